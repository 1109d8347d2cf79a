package dev.cloakroom.session;

import dev.cloakroom.TicketRotated;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.Secret;
import dev.cloakroom.store.SessionRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives login sessions new tickets. Of two rotations of the same ticket one wins: the other finds
 * that the ticket it was shown is no longer the one in force, and leaves the new one alone. Safe
 * for use by several threads.
 */
public final class TicketRotation {
  private final SessionEnvironment sessions;
  private final RandomIds random;

  /** Rotates the tickets of these sessions. */
  public TicketRotation(SessionEnvironment sessions, RandomIds random) {
    this.sessions = sessions;
    this.random = random;
  }

  /**
   * Replaces the ticket that was shown; the old one is honoured for the rotation's grace.
   *
   * @return the session with its new ticket; null if the session is over, or if the ticket shown is
   *     not the one in force because another request has just replaced it
   */
  public @Nullable RotatedSession rotate(Ticket shown) {
    Secret fresh = random.secret();
    Instant now = sessions.clock().instant();
    SessionRecord rotated =
        sessions.update(
            shown.sessionId(),
            current -> isInForce(shown, current, now) ? rotated(current, fresh, now) : null);
    if (rotated == null) {
      return null;
    }
    sessions.events().accept(new TicketRotated(rotated.id(), rotated.login().callerName(), now));
    return new RotatedSession(sessions.snapshot(rotated, now), new Ticket(rotated.id(), fresh));
  }

  private static boolean isInForce(Ticket shown, SessionRecord current, Instant now) {
    return current.isLiveAt(now) && current.ticket().current().matches(shown.secret().text());
  }

  private SessionRecord rotated(SessionRecord current, Secret fresh, Instant now) {
    return current.rotated(fresh.hash(), now, sessions.settings().rotation().grace());
  }
}
