package dev.cloakroom.config;

import java.time.Duration;

/**
 * How long refresh tokens work.
 *
 * @param idleTimeout a token that was not used for so long is worth nothing
 * @param absoluteTimeout so long after the login none works; at least the idle timeout
 * @param grace a token that was just exchanged gives the same answer again for so long; zero for
 *     strict detection of reuse
 */
public record RefreshSettings(Duration idleTimeout, Duration absoluteTimeout, Duration grace) {

  static RefreshSettings read(SettingValues values) {
    return new RefreshSettings(
        values.duration(
            Setting.REFRESH_IDLE_TIMEOUT, SessionSettings.SHORTEST, SessionSettings.LONGEST),
        values.duration(
            Setting.REFRESH_ABSOLUTE_TIMEOUT, SessionSettings.SHORTEST, SessionSettings.LONGEST),
        values.duration(Setting.REFRESH_GRACE, Duration.ZERO, Duration.ofMinutes(1)));
  }
}
