package dev.cloakroom.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables, found as MicroProfile Config 3.1 finds them: by the key itself, by the key
 * with underscores, and by that in capitals.
 */
record EnvironmentSource(Map<String, String> variables) implements SettingsSource {

  static List<String> namesOf(String key) {
    return List.of(key, underscored(key), upperCaseName(key));
  }

  static String upperCaseName(String key) {
    return underscored(key).toUpperCase(Locale.ROOT);
  }

  private static String underscored(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_");
  }

  @Override
  public @Nullable String value(String key) {
    return variables.get(variable(key));
  }

  @Override
  public Set<String> names() {
    return variables.keySet();
  }

  @Override
  public String description() {
    return "environment variable";
  }

  @Override
  public String origin(String key) {
    return description() + " " + variable(key);
  }

  @Override
  public String toString() {
    return description();
  }

  private String variable(String key) {
    return namesOf(key).stream()
        .filter(variables::containsKey)
        .findFirst()
        .orElseGet(() -> upperCaseName(key));
  }
}
