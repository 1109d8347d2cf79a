package dev.cloakroom.store;

import dev.cloakroom.crypto.SecretHash;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session cookie's side of a login session: the hashes of its secrets, never a secret, and how
 * long it may be used.
 *
 * @param secrets the hash of the secret in force, and of those before and after it
 * @param lastUsedAt when the ticket was last used, exact to the touch interval
 * @param limits how long it may lie unused, and when it ends for good
 * @param persistence whether the client keeps it when its browser is closed
 * @param rotation whether it is to be replaced when it is next used
 * @param elevation what its holder has proven since the login
 */
public record TicketState(
    Succession secrets,
    Instant lastUsedAt,
    Limits limits,
    Persistence persistence,
    Rotation rotation,
    Assurance elevation) {

  /** Whether the client keeps a ticket when its browser is closed. */
  public enum Persistence {
    /** It goes with the browser's session. */
    TRANSIENT,
    /** It stays until the session ends: the caller asked to be remembered. */
    PERSISTENT
  }

  /** Whether a ticket is to be replaced when it is next used. */
  public enum Rotation {
    /** It stays. */
    NONE,
    /** It is replaced by the next request that brings it. */
    DUE
  }

  /** The state of a ticket that is given out now. */
  public static TicketState issued(
      SecretHash secret, Instant now, Limits limits, Persistence persistence) {
    return new TicketState(
        Succession.begun(secret, now), now, limits, persistence, Rotation.NONE, Assurance.NONE);
  }

  /** The same of a holder who has proven more than a login with it. */
  public TicketState beginningWith(Assurance proven) {
    return new TicketState(secrets, lastUsedAt, limits, persistence, rotation, proven);
  }

  /** The first moment at which the ticket is no longer accepted if it is not used before. */
  public Instant expiresAt() {
    return limits.expiry(lastUsedAt);
  }

  /**
   * Whether the client is to be given a successor of the secret in force: because somebody asked
   * for it, because the secret is that old, or because the last successor seems to be lost.
   *
   * @param interval how old a secret becomes; null for any age
   */
  public boolean isRotationDue(Instant now, @Nullable Duration interval) {
    return (rotation == Rotation.DUE || secrets.isSucceeded() || isOlder(interval, now))
        && secrets.mayOffer(now);
  }

  private boolean isOlder(@Nullable Duration interval, Instant now) {
    return interval != null && !now.isBefore(secrets.inForce().at().plus(interval));
  }

  TicketState usedAt(Instant now) {
    return new TicketState(secrets, now, limits, persistence, rotation, elevation);
  }

  TicketState due() {
    return new TicketState(secrets, lastUsedAt, limits, persistence, Rotation.DUE, elevation);
  }

  TicketState offering(SecretHash fresh, Instant now) {
    return new TicketState(
        secrets.offering(fresh, now), now, limits, persistence, Rotation.NONE, elevation);
  }

  /**
   * One that was given out before another may know nothing of why that was: it is replaced, too.
   */
  TicketState takenUp(SecretHash shown, Instant now, Duration grace) {
    Rotation next = secrets.isNewest(shown) ? rotation : Rotation.DUE;
    return new TicketState(
        secrets.takenUp(shown, now, grace), now, limits, persistence, next, elevation);
  }

  /** Its holder has proven more: all earlier secrets are worth nothing from now on. */
  TicketState elevated(SecretHash fresh, Instant now, Assurance proven) {
    return new TicketState(
        secrets.exchanged(fresh, now), now, limits, persistence, Rotation.NONE, proven);
  }

  TicketState alone() {
    return new TicketState(secrets.alone(), lastUsedAt, limits, persistence, rotation, elevation);
  }
}
