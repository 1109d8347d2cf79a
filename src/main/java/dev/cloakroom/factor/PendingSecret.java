package dev.cloakroom.factor;

import java.time.Duration;
import java.time.Instant;

/**
 * A secret that was shown to a caller, who has not shown by a code yet that their app has it.
 *
 * @param since when it was shown
 */
record PendingSecret(TotpSecret secret, Instant since) {
  private static final Duration LIFETIME = Duration.ofHours(1);

  boolean isGoodAt(Instant moment) {
    return moment.isBefore(since.plus(LIFETIME));
  }
}
