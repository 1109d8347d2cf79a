package dev.cloakroom.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When tickets are replaced without anybody asking for it.
 *
 * @param interval a ticket older than this is replaced when it is used; null for never
 * @param grace a replaced ticket works so long for requests in flight; zero for not at all
 * @param whenStolen what follows when it comes later than that
 */
public record RotationSettings(@Nullable Duration interval, Duration grace, WhenStolen whenStolen) {

  /** The longest that an answer is expected to be late. */
  private static final Duration LATEST_ANSWER = Duration.ofMinutes(5);

  /** So long before it is replaced by its age a ticket is not given to its client once more. */
  public Duration foresight() {
    if (interval == null) {
      return Duration.ZERO;
    }
    Duration half = interval.dividedBy(2);
    return half.compareTo(LATEST_ANSWER) < 0 ? half : LATEST_ANSWER;
  }

  static RotationSettings read(SettingValues values) {
    Duration interval =
        values.durationOrNull(
            Setting.SESSION_ROTATION_INTERVAL, Duration.ofMinutes(1), SessionSettings.LONGEST);
    return new RotationSettings(
        interval,
        values.duration(Setting.SESSION_ROTATION_GRACE, Duration.ZERO, Duration.ofMinutes(1)),
        // Who has tickets replaced by their age does so to notice copies.
        values.choice(
            Setting.SESSION_STOLEN, interval == null ? WhenStolen.REPORT : WhenStolen.END));
  }
}
