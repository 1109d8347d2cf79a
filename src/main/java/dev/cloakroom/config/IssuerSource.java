package dev.cloakroom.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a source says of the issuer with a name. */
record IssuerSource(SettingsSource whole, String name) implements SettingsSource {

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
    return key.replace("<name>", name);
  }
}
