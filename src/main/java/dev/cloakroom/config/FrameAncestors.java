package dev.cloakroom.config;

import java.util.Set;

/**
 * Whose pages may show those of the application in a frame (<a
 * href="https://www.w3.org/TR/CSP3/#directive-frame-ancestors">CSP 3, frame-ancestors</a>).
 *
 * @param sources serialised origins, as given, and {@link #SELF}; or {@link #NONE} or {@link #ANY}
 *     alone; empty where the application says so itself, or nobody does
 */
public record FrameAncestors(Set<String> sources) {

  /** Nobody's. */
  public static final String NONE = "none";

  /** The application's own. */
  public static final String SELF = "self";

  /** Anybody's. */
  public static final String ANY = "*";

  public FrameAncestors {
    sources = Set.copyOf(sources);
  }

  static FrameAncestors read(SettingValues values) {
    Set<String> sources =
        values.set(
            Setting.FRAME_ANCESTORS,
            FrameAncestors::isSource,
            "Write scheme, host and port, without path and wildcard.");
    if (sources.size() > 1 && (sources.contains(NONE) || sources.contains(ANY))) {
      values.problems().reject(Setting.FRAME_ANCESTORS, "Write none or * alone.");
    }
    return new FrameAncestors(sources);
  }

  private static boolean isSource(String text) {
    return Set.of(NONE, SELF, ANY).contains(text) || TextRules.isOrigin(text);
  }

  /** What is odd where nobody has said it: a page is shown with its visitor logged in. */
  static boolean areMissedBy(Settings settings) {
    CookieSettings cookie = settings.cookie();
    return settings.browser().frames().sources().isEmpty()
        && cookie.sameSite() == SameSitePolicy.NONE
        && cookie.partitioning() == Partitioning.OFF;
  }
}
