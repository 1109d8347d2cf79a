package dev.cloakroom.cdi;

import dev.cloakroom.testing.Stub;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;

/** MicroProfile Config as a server would bring it, until it is closed. */
final class ServersConfig extends ConfigProviderResolver implements AutoCloseable {
  private final Config config;

  private ServersConfig(Config config) {
    this.config = config;
  }

  static ServersConfig with(Map<String, String> values) {
    ServersConfig brought =
        new ServersConfig(
            Stub.of(
                Config.class,
                Map.of(
                    "getConfigValue", asked -> value(values.get((String) asked[0])),
                    "getPropertyNames", unused -> values.keySet())));
    setInstance(brought);
    return brought;
  }

  private static ConfigValue value(@Nullable String text) {
    return Stub.of(
        ConfigValue.class,
        Map.of(
            "getValue", unused -> text,
            "getSourceName", unused -> text == null ? null : "some file"));
  }

  @Override
  public Config getConfig() {
    return config;
  }

  @Override
  public Config getConfig(ClassLoader loader) {
    return config;
  }

  @Override
  public ConfigBuilder getBuilder() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void registerConfig(Config registered, ClassLoader loader) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void releaseConfig(Config released) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    setInstance(null);
  }
}
