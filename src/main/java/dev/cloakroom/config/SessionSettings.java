package dev.cloakroom.config;

import java.time.Duration;

/**
 * How long login sessions live.
 *
 * @param idleTimeout ends one when nothing was asked for so long
 * @param absoluteTimeout ends one so long after the login; at least the idle timeout
 * @param touchInterval the last request's time is written at most so often; less than the idle
 *     timeout
 * @param rotation when tickets are replaced
 * @param freshDuration a login counts as fresh so long
 * @param perCaller how many one caller may have at once
 */
public record SessionSettings(
    Duration idleTimeout,
    Duration absoluteTimeout,
    Duration touchInterval,
    RotationSettings rotation,
    Duration freshDuration,
    CallerLimit perCaller) {

  /** The longest timeout: browsers keep no cookie longer (RFC 6265bis §5.5). */
  static final Duration LONGEST = Duration.ofDays(400);

  static final Duration SHORTEST = Duration.ofSeconds(1);

  static SessionSettings read(SettingValues values) {
    return new SessionSettings(
        values.duration(Setting.SESSION_IDLE_TIMEOUT, SHORTEST, LONGEST),
        values.duration(Setting.SESSION_ABSOLUTE_TIMEOUT, SHORTEST, LONGEST),
        values.duration(Setting.SESSION_TOUCH_INTERVAL, Duration.ZERO, Duration.ofHours(1)),
        RotationSettings.read(values),
        values.duration(Setting.SESSION_FRESH_DURATION, SHORTEST, Duration.ofDays(1)),
        CallerLimit.read(values));
  }
}
