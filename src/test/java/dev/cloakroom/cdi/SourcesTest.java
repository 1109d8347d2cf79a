package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.testing.Stub;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With MicroProfile Config on the class path, as on most servers. */
class SourcesTest {
  private static final Map<String, String> CONFIGURED =
      Map.of("cloakroom.path", "/configured", "cloakroom.store", "memory");

  /** The resolver that a server would bring. */
  private static final class Resolver extends ConfigProviderResolver {
    private final Config config;

    Resolver(Config config) {
      this.config = config;
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
  }

  @BeforeEach
  void bringConfig() {
    ConfigProviderResolver.setInstance(
        new Resolver(
            Stub.of(
                Config.class,
                Map.of(
                    "getConfigValue", asked -> value((String) asked[0]),
                    "getPropertyNames", unused -> CONFIGURED.keySet()))));
  }

  @AfterEach
  void takeItAway() {
    ConfigProviderResolver.setInstance(null);
  }

  private static ConfigValue value(String key) {
    @Nullable String text = CONFIGURED.get(key);
    return Stub.of(
        ConfigValue.class,
        Map.of(
            "getValue", unused -> text,
            "getSourceName", unused -> text == null ? null : "some file"));
  }

  private static SettingsSource withParameters(Map<String, String> parameters) {
    return Sources.of(
        Stub.of(
            ServletContext.class,
            Map.of(
                "getInitParameterNames", unused -> Collections.enumeration(parameters.keySet()),
                "getInitParameter", asked -> parameters.get((String) asked[0]))));
  }

  @Test
  void of_contextParameters_comeLast() {
    SettingsSource source =
        withParameters(Map.of("cloakroom.path", "/parameter", "cloakroom.csrf", "off"));

    assertThat(source.value("cloakroom.path")).isEqualTo("/configured");
    assertThat(source.origin("cloakroom.path")).contains("some file");
    assertThat(source.value("cloakroom.csrf")).isEqualTo("off");
    assertThat(source.origin("cloakroom.csrf")).contains("servlet context parameter");
    assertThat(source.value("cloakroom.cookie.name")).isNull();
    assertThat(source.names()).contains("cloakroom.path", "cloakroom.store", "cloakroom.csrf");
  }

  @Test
  void isPresent_tellsClassesThatAreThere() {
    assertThat(Sources.isPresent("java.lang.String")).isTrue();
    assertThat(Sources.isPresent("org.example.Absent")).isFalse();
  }
}
