package dev.cloakroom.store;

import dev.cloakroom.crypto.SecretHash;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session cookie's side of a login session: the hash of its secret, never the secret, and how
 * long it may be used.
 *
 * @param current the hash of the secret in force
 * @param previous the secret it replaced, still honoured for requests in flight; null if none
 * @param issuedAt when the secret in force was given out
 * @param lastUsedAt when the ticket was last used, exact to the touch interval
 * @param limits how long it may lie unused, and when it ends for good
 * @param persistence whether the client keeps it when its browser is closed
 * @param rotation whether it is to be replaced when it is next used
 */
public record TicketState(
    SecretHash current,
    @Nullable Superseded previous,
    Instant issuedAt,
    Instant lastUsedAt,
    Limits limits,
    Persistence persistence,
    Rotation rotation) {

  /**
   * A secret that a rotation replaced.
   *
   * @param hash the hash of the old secret
   * @param honouredUntil the first moment it no longer counts
   */
  public record Superseded(SecretHash hash, Instant honouredUntil) {}

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
    return new TicketState(secret, null, now, now, limits, persistence, Rotation.NONE);
  }

  /** The first moment at which the ticket is no longer accepted if it is not used before. */
  public Instant expiresAt() {
    return limits.expiry(lastUsedAt);
  }

  TicketState usedAt(Instant now) {
    return new TicketState(current, previous, issuedAt, now, limits, persistence, rotation);
  }

  TicketState due() {
    return new TicketState(
        current, previous, issuedAt, lastUsedAt, limits, persistence, Rotation.DUE);
  }

  TicketState rotated(SecretHash fresh, Instant now, Duration grace) {
    Superseded old = grace.isZero() ? null : new Superseded(current, now.plus(grace));
    return new TicketState(fresh, old, now, now, limits, persistence, Rotation.NONE);
  }
}
