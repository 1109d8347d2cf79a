package dev.cloakroom.store;

import java.time.Instant;

/**
 * The refresh token's side of a login session. The tokens themselves are not stored: the one in
 * force is derived from the session id, the counter and the salt by the server's key.
 *
 * @param salt random text of this session
 * @param counter the number of the refresh token in force, from 1
 * @param movedAt when the counter last moved
 * @param limits how long a refresh token may lie unused, and when the chain ends for good
 */
public record RefreshChain(String salt, long counter, Instant movedAt, Limits limits) {

  /** The first moment at which the token in force is no longer accepted. */
  public Instant expiresAt() {
    return limits.expiry(movedAt);
  }

  RefreshChain moved(Instant now) {
    return new RefreshChain(salt, counter + 1, now, limits);
  }
}
