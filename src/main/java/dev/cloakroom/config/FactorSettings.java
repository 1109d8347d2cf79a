package dev.cloakroom.config;

import java.time.Duration;

/**
 * Second factors.
 *
 * @param pendingFor so long a login waits for its second factor, and a challenge for its answer
 */
public record FactorSettings(Duration pendingFor) {
  private static final Duration LEAST = Duration.ofSeconds(30);

  /** Stores remember for an hour that a caller's logins were ended: no login takes that long. */
  private static final Duration MOST = Duration.ofMinutes(15);

  static FactorSettings read(SettingValues values) {
    return new FactorSettings(values.duration(Setting.FACTOR_PENDING_DURATION, LEAST, MOST));
  }
}
