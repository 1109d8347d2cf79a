package dev.cloakroom.store;

import java.time.Duration;
import java.time.Instant;

/**
 * What is kept of the attempts under one key. Immutable.
 *
 * @param attempts how many have failed, or are under way
 * @param waitUntil the first moment at which another is allowed; long ago if nobody waits
 * @param keptUntil from this moment on nothing of it counts
 * @param keptBefore the same without the last attempt, which may yet be taken back
 */
public record AttemptCount(int attempts, Instant waitUntil, Instant keptUntil, Instant keptBefore) {

  /** No attempts. */
  public static final AttemptCount NONE =
      new AttemptCount(0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

  /** How long another attempt has to wait at a moment; zero for not at all. */
  public Duration waitAt(Instant now) {
    return waitUntil.isAfter(now) ? Duration.between(now, waitUntil) : Duration.ZERO;
  }

  /** The count with another attempt, that has not to wait. */
  public AttemptCount plusOne(AttemptRule rule, Instant now) {
    boolean counts = attempts > 0 && keptUntil.isAfter(now);
    int more = counts ? attempts + 1 : 1;
    Instant kept = counts ? keptUntil : now.plus(rule.window());
    Duration wait = rule.waitAfter(more);
    if (wait.isZero()) {
      return new AttemptCount(more, Instant.EPOCH, kept, kept);
    }
    Instant free = now.plus(wait);
    return new AttemptCount(more, free, free.plus(rule.window()), kept);
  }

  /**
   * The count without an attempt that has not failed: nobody has to wait for it, and what failed
   * before counts no longer for it.
   */
  public AttemptCount minusOne() {
    return new AttemptCount(Math.max(0, attempts - 1), Instant.EPOCH, keptBefore, keptBefore);
  }
}
