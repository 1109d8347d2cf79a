package dev.cloakroom.store;

import java.time.Duration;

/**
 * How many attempts may fail under one key before the next one has to wait, and for how long.
 *
 * @param most so many may fail within the window, and nobody waits before
 * @param window from the first failure on; also for so long after a wait the failures before it
 *     still count
 * @param firstWait the wait after {@link #most} failures; each failure more doubles it
 * @param longestWait no wait is longer
 */
public record AttemptRule(int most, Duration window, Duration firstWait, Duration longestWait) {
  private static final int MOST_DOUBLINGS = 30;

  /** How long the next attempt waits after so many. */
  Duration waitAfter(int attempts) {
    if (attempts < most) {
      return Duration.ZERO;
    }
    Duration wait = firstWait.multipliedBy(1L << Math.min(attempts - most, MOST_DOUBLINGS));
    return wait.compareTo(longestWait) < 0 ? wait : longestWait;
  }
}
