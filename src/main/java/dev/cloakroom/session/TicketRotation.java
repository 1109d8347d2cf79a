package dev.cloakroom.session;

import dev.cloakroom.crypto.Secret;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.event.TicketRotated;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.Succession;
import dev.cloakroom.store.Succession.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives login sessions new tickets. The one that was shown stays in force until a new one is shown,
 * since the answer that brings it can be lost. Of two rotations of the same ticket one wins: the
 * other finds that a successor is on its way, or in force, and makes none. Safe for use by several
 * threads.
 */
public final class TicketRotation {
  private final SessionEnvironment sessions;

  /** Rotates the tickets of these sessions. */
  public TicketRotation(SessionEnvironment sessions) {
    this.sessions = sessions;
  }

  /**
   * Makes a successor of the ticket that was shown.
   *
   * @return the session with its new ticket; null if the session is over, if the ticket shown is
   *     not the one in force, or if it was given a successor a moment ago
   */
  public @Nullable RotatedSession rotate(Ticket shown) {
    Instant now = sessions.clock().instant();
    Secret fresh = sessions.tickets().next(shown.sessionId(), now);
    SecretHash hash = shown.secret().hash();
    SessionRecord rotated =
        sessions.update(
            shown.sessionId(),
            current -> mayRotate(hash, current, now) ? current.offering(fresh.hash(), now) : null);
    if (rotated == null) {
      return null;
    }
    sessions.events().accept(new TicketRotated(rotated.id(), rotated.login().callerName(), now));
    return new RotatedSession(
        sessions.snapshot(rotated, now).ofTicket(), new Ticket(rotated.id(), fresh));
  }

  private static boolean mayRotate(SecretHash shown, SessionRecord current, Instant now) {
    Succession secrets = current.ticket().secrets();
    return current.isLiveAt(now)
        && secrets.standingOf(shown, now) == Standing.IN_FORCE
        && secrets.mayOffer(now);
  }
}
