package dev.cloakroom.session;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.Secret;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.event.LoginElevated;
import dev.cloakroom.store.Assurance;
import dev.cloakroom.store.RefreshChain;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.Succession.Standing;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down that the caller of a login session has proven more. What was proven belongs to the
 * credential that came with the proof: that one is replaced at once, its predecessors are worth
 * nothing any more, and what the session's other clients hold stays as it is. Safe for use by
 * several threads.
 */
public final class LoginElevation {
  private static final int SALT_BYTES = 16;

  /** So many methods a login has in all: they are in each token and record, within its length. */
  static final int MOST_METHODS = 16;

  /** Not one that was replaced by an elevation, nor one that is late. */
  private static final Set<Standing> GOOD =
      EnumSet.of(Standing.IN_FORCE, Standing.OFFERED, Standing.HONOURED);

  private final SessionEnvironment sessions;
  private final RefreshTokens refreshTokens;
  private final RandomIds random;

  /** Elevates these sessions. */
  public LoginElevation(
      SessionEnvironment sessions, RefreshTokens refreshTokens, RandomIds random) {
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.random = random;
  }

  /**
   * Has the holder of a ticket proven more.
   *
   * @return the session with its new ticket; null if the session is over, or the ticket shown
   *     counts no longer
   */
  public @Nullable RotatedSession ofTicket(Ticket shown, NewProof proof) {
    Instant now = sessions.clock().instant();
    Secret fresh = sessions.tickets().next(shown.sessionId(), now);
    SecretHash hash = shown.secret().hash();
    SessionRecord elevated =
        sessions.update(
            shown.sessionId(),
            current ->
                isGood(hash, current, now)
                    ? current.ticketElevated(
                        fresh.hash(), now, added(proof, current.ticket().elevation(), now))
                    : null);
    if (elevated == null) {
      return null;
    }
    tell(elevated, proof, now);
    return new RotatedSession(
        sessions.snapshot(elevated, now).ofTicket(), new Ticket(elevated.id(), fresh));
  }

  private static boolean isGood(SecretHash shown, SessionRecord current, Instant now) {
    return current.end() == null
        && now.isBefore(current.ticket().expiresAt())
        && GOOD.contains(current.ticket().secrets().standingOf(shown, now));
  }

  /**
   * The session as {@link #ofTokens} will give it, of which nothing is stored: to make an access
   * token of.
   */
  public StoredLoginSession foreseen(StoredLoginSession shown, NewProof proof) {
    return shown.elevatedBy(added(proof, shown.elevation(), sessions.clock().instant()));
  }

  /**
   * Has the holder of an access token proven more: than that token states, whatever newer ones do.
   *
   * @param shown the session, as the token states it
   * @return the session with its new refresh token; null if it is over
   */
  public @Nullable RefreshedSession ofTokens(StoredLoginSession shown, NewProof proof) {
    Instant now = sessions.clock().instant();
    String salt = Base64Url.encode(random.salt(SALT_BYTES));
    Assurance proven = added(proof, shown.elevation(), now);
    SessionRecord elevated =
        sessions.update(
            shown.id(),
            current -> hasTokens(current, now) ? current.tokensElevated(salt, now, proven) : null);
    RefreshChain chain = elevated == null ? null : elevated.refresh();
    if (elevated == null || chain == null) {
      return null;
    }
    tell(elevated, proof, now);
    return new RefreshedSession(
        sessions.snapshot(elevated, now).ofTokens(), refreshTokens.inForce(elevated.id(), chain));
  }

  private static boolean hasTokens(SessionRecord current, Instant now) {
    RefreshChain chain = current.refresh();
    return current.end() == null && chain != null && now.isBefore(chain.expiresAt());
  }

  private static Assurance added(NewProof proof, Assurance before, Instant now) {
    Assurance after = before.with(proof.level(), proof.methods(), now);
    if (after.methods().size() > MOST_METHODS) {
      throw new IllegalArgumentException(
          "A login names at most "
              + MOST_METHODS
              + " methods in all, not "
              + after.methods().size()
              + ".");
    }
    return after;
  }

  private void tell(SessionRecord elevated, NewProof proof, Instant now) {
    String name = elevated.login().callerName();
    sessions
        .events()
        .accept(new LoginElevated(elevated.id(), name, proof.level(), proof.methods(), now));
  }
}
