package dev.cloakroom.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place where values of settings come from. A value that is absent or blank counts as not given.
 * A source is asked at deployment by one thread.
 */
public interface SettingsSource {

  /** The value of a key such as {@code cloakroom.cookie.name}, or null. */
  @Nullable String value(String key);

  /**
   * All names that the source has a value for, keys or environment variables; among them may be
   * others than Cloakroom's.
   */
  Set<String> names();

  /** The source in words for messages, such as {@code system properties}. */
  String description();

  /** Where the value of one key comes from, in words for messages. */
  default String origin(String key) {
    return description();
  }

  /** The key by which the source has the value of one, in words for messages. */
  default String written(String key) {
    return key;
  }

  /** A source that holds its values; a test's or a file's. */
  static SettingsSource of(String description, Map<String, String> values) {
    return new MapSource(description, Map.copyOf(values));
  }

  /** System properties; those that are not strings are left out. */
  static SettingsSource properties(Properties properties) {
    Map<String, String> values = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n, "")));
    return of("system property", values);
  }

  /** Environment variables, by the mapping of {@link Setting#environmentName()}. */
  static SettingsSource environment(Map<String, String> variables) {
    return new EnvironmentSource(Map.copyOf(variables));
  }

  /** Several sources; for each key the first that has a value counts. */
  static SettingsSource firstOf(List<SettingsSource> sources) {
    return new FirstOfSources(List.copyOf(sources));
  }

  /** The system properties and environment variables of this process, in this order. */
  static SettingsSource ofThisProcess() {
    return firstOf(List.of(properties(System.getProperties()), environment(System.getenv())));
  }
}
