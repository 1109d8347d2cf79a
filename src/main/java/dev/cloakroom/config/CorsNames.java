package dev.cloakroom.config;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private CorsNames() {}

  /** All of a source, in order. */
  static NavigableSet<String> in(SettingsSource source) {
    NavigableSet<String> names = new TreeSet<>();
    source.names().forEach(key -> in(key).ifPresent(names::add));
    return names;
  }

  /** The one in a key, or in an environment variable; empty if it is neither. */
  static Optional<String> in(String key) {
    boolean isVariable = key.indexOf('.') < 0;
    String text = isVariable ? key.toLowerCase(Locale.ROOT).replace('_', '-') : key;
    return ends(isVariable)
        .map(end -> Pattern.compile("cloakroom[.-]cors[.-](.+)" + Pattern.quote(end)).matcher(text))
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .filter(name -> NAME.matcher(name).matches())
        .findFirst();
  }

  private static Stream<String> ends(boolean isVariable) {
    return SETTINGS.stream()
        .map(setting -> setting.key().substring(START.length() - 1))
        .map(end -> isVariable ? end.replace('.', '-') : end);
  }

  /** The key of a setting of the rule with a name. */
  static String key(String name, String unnamed) {
    return START + name + unnamed.substring(START.length() - 1);
  }
}
