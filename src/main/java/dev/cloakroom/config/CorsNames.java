package dev.cloakroom.config;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names that rules for pages of other origins are given in keys such as {@code
 * cloakroom.cors.partner.path}, and in environment variables such as {@code
 * CLOAKROOM_CORS_PARTNER_PATH}.
 */
final class CorsNames {
  private static final String START = "cloakroom.cors.";

  /** What a rule with a name can say, and one without. */
  static final List<Setting> SETTINGS =
      List.of(
          Setting.CORS_PATH,
          Setting.CORS_ALLOWED_ORIGINS,
          Setting.CORS_ALLOWED_HEADERS,
          Setting.CORS_EXPOSED_HEADERS,
          Setting.CORS_ALLOW_CREDENTIALS,
          Setting.CORS_MAX_AGE);

  private static final NamedKeys KEYS =
      new NamedKeys(START, SETTINGS.stream().map(setting -> end(setting.key())).toList());

  private CorsNames() {}

  /** All of a source, in order. */
  static NavigableSet<String> in(SettingsSource source) {
    return KEYS.namesIn(source);
  }

  /** The one in a key, or in an environment variable; empty if it is neither. */
  static Optional<String> in(String key) {
    return KEYS.nameIn(key);
  }

  /** All of the rule that an unknown key seems to name. */
  static Stream<String> like(String unknown) {
    return KEYS.like(unknown);
  }

  /** The key of a setting of the rule with a name. */
  static String key(String name, String unnamed) {
    return KEYS.key(name, end(unnamed));
  }

  private static String end(String unnamed) {
    return unnamed.substring(START.length());
  }

  /**
   * What a source says of the rule with a name. What it does not say of it is as without a name;
   * only its path is its own.
   */
  static SettingsSource of(String name, SettingsSource whole) {
    return new NamedSource(
        whole,
        key -> {
          String own = key(name, key);
          String value = whole.value(own);
          boolean isSaid = value != null && !value.isBlank();
          return isSaid || key.equals(Setting.CORS_PATH.key()) ? own : key;
        });
  }
}
