package dev.cloakroom.config;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A source that holds its values. */
record MapSource(String description, Map<String, String> values) implements SettingsSource {

  @Override
  public @Nullable String value(String key) {
    return values.get(key);
  }

  @Override
  public Set<String> names() {
    return values.keySet();
  }

  /** The names only: a value can be a secret. */
  @Override
  public String toString() {
    return description + values.keySet();
  }
}
