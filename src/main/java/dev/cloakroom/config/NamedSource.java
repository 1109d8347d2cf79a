package dev.cloakroom.config;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of the one thing of several that has a name.
 *
 * @param naming gives the key that counts for a key without the name
 */
record NamedSource(SettingsSource whole, UnaryOperator<String> naming) implements SettingsSource {

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
    return naming.apply(key);
  }
}
