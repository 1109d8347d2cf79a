package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.testing.Stub;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With MicroProfile Config on the class path, as on most servers. */
class SourcesTest {
  private final ServersConfig config =
      ServersConfig.with(Map.of("cloakroom.path", "/configured", "cloakroom.store", "memory"));

  @AfterEach
  void takeItAway() {
    config.close();
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
