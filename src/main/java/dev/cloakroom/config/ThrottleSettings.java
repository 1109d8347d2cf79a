package dev.cloakroom.config;

import java.time.Duration;

/**
 * Who has to wait before the next attempt to log in.
 *
 * @param enabled whether anybody has
 * @param perCallerAndAddress so many may fail for one name from one address
 * @param perCaller so many for one name, from wherever
 * @param perAddress so many from one address, for whatever name
 * @param times how long failures count, and what the waits are
 */
public record ThrottleSettings(
    boolean enabled, int perCallerAndAddress, int perCaller, int perAddress, Times times) {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST = 1_000_000;

  /**
   * How long failures count, and what the waits are.
   *
   * @param window so long they count, from the first on
   * @param firstWait the first wait; each failure more doubles it
   * @param longestWait no wait is longer
   */
  public record Times(Duration window, Duration firstWait, Duration longestWait) {}

  /**
   * The same for what is so short that few guesses are many, whatever the settings leave open for
   * passwords: failures count for an hour or more, a few of them make one wait, and the waits grow
   * to a quarter of an hour.
   */
  public ThrottleSettings ofShortSecrets() {
    Times longer =
        new Times(
            longer(times.window(), HOUR),
            times.firstWait(),
            longer(times.longestWait(), Duration.ofMinutes(15)));
    return new ThrottleSettings(
        true, Math.min(perCallerAndAddress, 5), Math.min(perCaller, 50), perAddress, longer);
  }

  /**
   * The same for messages that somebody has sent to another, whatever the settings leave open for
   * passwords: three for one name from one address within an hour, so many for one name from
   * wherever, and then one in each quarter of an hour, half of one, and hour; from one address as
   * many as may fail.
   */
  public ThrottleSettings ofMessages(int perName) {
    return new ThrottleSettings(
        true,
        Math.min(perName, 3),
        perName,
        perAddress,
        new Times(HOUR, Duration.ofMinutes(15), HOUR));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  static ThrottleSettings read(SettingValues values) {
    return new ThrottleSettings(
        values.flag(Setting.LOGIN_THROTTLE_ENABLED),
        values.number(Setting.LOGIN_THROTTLE_FAILURES, 1, 1_000),
        values.number(Setting.LOGIN_THROTTLE_PER_CALLER, 1, MOST),
        values.number(Setting.LOGIN_THROTTLE_PER_ADDRESS, 1, MOST),
        new Times(
            values.duration(Setting.LOGIN_THROTTLE_WINDOW, SECOND, Duration.ofDays(1)),
            values.duration(Setting.LOGIN_THROTTLE_FIRST_WAIT, SECOND, Duration.ofHours(1)),
            values.duration(Setting.LOGIN_THROTTLE_LONGEST_WAIT, SECOND, Duration.ofDays(1))));
  }
}
