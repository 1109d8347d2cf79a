package dev.cloakroom.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When tickets are replaced without anybody asking for it.
 *
 * @param interval a ticket older than this is replaced when it is used; null for never
 * @param grace a replaced ticket works so long for requests in flight; zero for not at all
 */
public record RotationSettings(@Nullable Duration interval, Duration grace) {

  static RotationSettings read(SettingValues values) {
    return new RotationSettings(
        values.durationOrNull(
            Setting.SESSION_ROTATION_INTERVAL, Duration.ofMinutes(1), SessionSettings.LONGEST),
        values.duration(Setting.SESSION_ROTATION_GRACE, Duration.ZERO, Duration.ofMinutes(1)));
  }
}
