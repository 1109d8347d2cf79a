package dev.cloakroom.token;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long access tokens last: some up to 5 % less, so that clients which logged in together do not
 * renew together.
 *
 * @param longest from 1 second
 */
record TokenLifetime(Duration longest) {
  private static final int JITTER_DIVISOR = 20;

  /** The life of one token, in whole seconds. Jitter is no secret: it only keeps clients apart. */
  Duration next() {
    long seconds = longest.toSeconds();
    return Duration.ofSeconds(
        seconds - ThreadLocalRandom.current().nextLong(seconds / JITTER_DIVISOR + 1));
  }
}
