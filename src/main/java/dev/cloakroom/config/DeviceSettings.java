package dev.cloakroom.config;

import java.time.Duration;

/**
 * Which devices remember who logged in on them.
 *
 * @param lifetime for so long after the login
 */
public record DeviceSettings(Duration lifetime, Whose whose) {
  private static final Duration UNLESS_SET = Duration.ofDays(90);

  /** Whose devices do. */
  public enum Whose {
    /** None. */
    NOBODYS,
    /** Those with a browser; programs have tokens, and many expect one cookie. */
    BROWSERS,
    /** All. */
    ANYBODYS
  }

  static DeviceSettings read(SettingValues values) {
    if (values.textOrNull(Setting.DEVICE_LIFETIME) == null) {
      return new DeviceSettings(UNLESS_SET, Whose.BROWSERS);
    }
    Duration lifetime =
        values.duration(Setting.DEVICE_LIFETIME, Duration.ZERO, SessionSettings.LONGEST);
    return new DeviceSettings(lifetime, lifetime.isZero() ? Whose.NOBODYS : Whose.ANYBODYS);
  }
}
