package dev.cloakroom.cdi;

import dev.cloakroom.config.SettingsSource;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** MicroProfile Config as a source of settings; the only class that uses it. */
final class MicroProfileSource implements SettingsSource {
  private final Config config = ConfigProvider.getConfig();

  @Override
  public @Nullable String value(String key) {
    return config.getConfigValue(key).getValue();
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    config.getPropertyNames().forEach(names::add);
    return names;
  }

  @Override
  public String description() {
    return "MicroProfile Config";
  }

  @Override
  public String origin(String key) {
    ConfigValue value = config.getConfigValue(key);
    return value.getSourceName() == null ? description() : value.getSourceName();
  }
}
