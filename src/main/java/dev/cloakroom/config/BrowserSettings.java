package dev.cloakroom.config;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What browsers are told besides.
 *
 * @param hsts for how long they are to come by HTTPS alone; null for not a word of it
 * @param frames whose pages may show those of the application in a frame
 * @param clearedAtLogout what they are to forget of the application's origin when somebody logs
 *     out: {@code cache} and {@code storage}, or one of them, or nothing
 */
public record BrowserSettings(
    @Nullable Duration hsts, FrameAncestors frames, Set<String> clearedAtLogout) {

  private static final Duration LONGEST_HSTS = Duration.ofDays(730);
  private static final String OFF = "off";
  private static final Set<String> CLEARED = Set.of("cache", "storage", OFF);

  public BrowserSettings {
    clearedAtLogout = Set.copyOf(clearedAtLogout);
  }

  static BrowserSettings read(SettingValues values) {
    return new BrowserSettings(
        values.durationOrNull(Setting.HSTS, Duration.ZERO, LONGEST_HSTS),
        FrameAncestors.read(values),
        cleared(values));
  }

  private static Set<String> cleared(SettingValues values) {
    Set<String> kinds = values.set(Setting.LOGOUT_CLEAR_SITE_DATA, CLEARED::contains, "");
    if (!kinds.contains(OFF)) {
      return kinds;
    }
    if (kinds.size() > 1) {
      values.problems().reject(Setting.LOGOUT_CLEAR_SITE_DATA, "Write off alone.");
    }
    return Set.of();
  }
}
