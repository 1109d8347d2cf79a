package dev.cloakroom.config;

import java.time.Duration;

/**
 * How long login sessions live whose caller asked to be remembered.
 *
 * @param idleTimeout ends one when nothing was asked for so long
 * @param absoluteTimeout ends one so long after the login; at least the idle timeout
 */
public record RememberSettings(Duration idleTimeout, Duration absoluteTimeout) {

  static RememberSettings read(SettingValues values) {
    return new RememberSettings(
        values.duration(
            Setting.REMEMBER_IDLE_TIMEOUT, SessionSettings.SHORTEST, SessionSettings.LONGEST),
        values.duration(
            Setting.REMEMBER_ABSOLUTE_TIMEOUT, SessionSettings.SHORTEST, SessionSettings.LONGEST));
  }
}
