package dev.cloakroom.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of the rule with a name. What it does not say of it is as without a name; only
 * its path is its own.
 */
record NamedSource(SettingsSource whole, String name) implements SettingsSource {

  @Override
  public @Nullable String value(String key) {
    return whole.value(written(key));
  }

  @Override
  public Set<String> names() {
    return whole.names();
  }

  @Override
  public String description() {
    return whole.description();
  }

  @Override
  public String origin(String key) {
    return whole.origin(written(key));
  }

  @Override
  public String written(String key) {
    String own = CorsNames.key(name, key);
    String value = whole.value(own);
    boolean isSaid = value != null && !value.isBlank();
    return isSaid || key.equals(Setting.CORS_PATH.key()) ? own : key;
  }
}
