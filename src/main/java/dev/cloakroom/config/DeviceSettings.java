package dev.cloakroom.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device remembers who logged in on it.
 *
 * @param lifetime for so long after the login; null for not at all
 */
public record DeviceSettings(@Nullable Duration lifetime) {

  static DeviceSettings read(SettingValues values) {
    return new DeviceSettings(
        values.durationOrNull(
            Setting.DEVICE_LIFETIME, Duration.ofDays(1), SessionSettings.LONGEST));
  }
}
