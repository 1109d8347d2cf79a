package dev.cloakroom.client;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A refresh that has brought nothing. Immutable.
 *
 * @param epoch the number of that in which it was asked for
 * @param refreshToken what it was asked for with; null for no refresh at all
 * @param why null for no refresh at all
 * @param quietUntil when the refresh token may be tried again
 * @param isFinal whether the server says that it is good no more
 */
record Setback(
    int epoch,
    @Nullable String refreshToken,
    @Nullable Throwable why,
    Instant quietUntil,
    boolean isFinal) {
  static final Setback NONE = new Setback(0, null, null, Instant.MIN, false);

  /** What is told late of an earlier login is of no interest. */
  static Setback later(Setback known, Setback told) {
    return told.epoch() < known.epoch() ? known : told;
  }

  /** Whether these tokens are not to be renewed now. */
  boolean hinders(Tokens held, Instant now) {
    return now.isBefore(quietUntil) && Objects.equals(refreshToken, held.refreshToken());
  }
}
