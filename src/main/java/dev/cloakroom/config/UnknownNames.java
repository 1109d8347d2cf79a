package dev.cloakroom.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds names that look like Cloakroom's and are none of its settings: mostly typing errors. */
final class UnknownNames {

  private static final int LONGEST_SHOWN = 100;

  /** Environment variables that say {@code cloakroom-testkit} and what begins so. */
  private static final String OF_THE_TEST_KIT = "cloakroom_testkit";

  private UnknownNames() {}

  static List<String> warnings(SettingsSource source) {
    return source.names().stream()
        .filter(UnknownNames::isOurs)
        .filter(name -> Setting.named(name).isEmpty() && CorsNames.in(name).isEmpty())
        .filter(name -> IssuerSetting.nameIn(name).isEmpty())
        .filter(name -> AskerSetting.nameIn(name).isEmpty())
        .sorted()
        .map(UnknownNames::warning)
        .toList();
  }

  private static boolean isOurs(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("cloakroom.")
        || (lower.startsWith("cloakroom_") && !lower.startsWith(OF_THE_TEST_KIT));
  }

  /** The value is not shown: what a misspelt name holds may be a secret. */
  private static String warning(String name) {
    return "Unknown setting %s has no effect; the nearest known one is %s."
        .formatted(shown(name), nearest(shown(name)));
  }

  private static String shown(String name) {
    String cut = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) : name;
    return cut.replaceAll("[^!-~]", "?");
  }

  private static String nearest(String name) {
    boolean environment = name.indexOf('.') < 0;
    return candidates(name)
        .map(key -> environment ? EnvironmentSource.upperCaseName(key) : key)
        .min(Comparator.comparingInt(other -> EditDistance.between(name, other)))
        .orElse("");
  }

  private static Stream<String> candidates(String name) {
    return Stream.of(
            Arrays.stream(Setting.values()).map(Setting::key),
            CorsNames.like(name),
            IssuerSetting.like(name))
        .flatMap(keys -> keys);
  }
}
