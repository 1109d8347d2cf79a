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
 * @param elevation what the holder of the tokens has proven since the login
 */
public record RefreshChain(
    String salt, long counter, Instant movedAt, Limits limits, Assurance elevation) {

  /** A chain that begins. */
  public static RefreshChain begun(String salt, Instant now, Limits limits) {
    return new RefreshChain(salt, 1, now, limits, Assurance.NONE);
  }

  /** The same of a holder who has proven more than a login with it. */
  public RefreshChain beginningWith(Assurance proven) {
    return new RefreshChain(salt, counter, movedAt, limits, proven);
  }

  /** The first moment at which the token in force is no longer accepted. */
  public Instant expiresAt() {
    return limits.expiry(movedAt);
  }

  RefreshChain moved(Instant now) {
    return new RefreshChain(salt, counter + 1, now, limits, elevation);
  }

  /** Its holder has proven more: another salt makes tokens of all earlier ones no more. */
  RefreshChain elevated(String freshSalt, Instant now, Assurance proven) {
    return new RefreshChain(freshSalt, counter + 1, now, limits, proven);
  }
}
