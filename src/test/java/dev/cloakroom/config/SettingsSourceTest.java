package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsSourceTest {

  private static final String TTL = "cloakroom.access-token.ttl";

  @ParameterizedTest
  @ValueSource(strings = {TTL, "cloakroom_access_token_ttl", "CLOAKROOM_ACCESS_TOKEN_TTL"})
  void environment_everySpellingOfTheRule_isFound(String variable) {
    SettingsSource source = SettingsSource.environment(Map.of(variable, "PT1M"));

    assertThat(source.value(TTL)).isEqualTo("PT1M");
    assertThat(source.origin(TTL)).isEqualTo("environment variable " + variable);
    assertThat(SettingsReader.read(source).warnings()).isEmpty();
  }

  @Test
  void environment_exactNameAndCapitals_exactNameCounts() {
    SettingsSource source =
        SettingsSource.environment(Map.of("CLOAKROOM_ACCESS_TOKEN_TTL", "PT1M", TTL, "PT2M"));

    assertThat(source.value(TTL)).isEqualTo("PT2M");
  }

  @Test
  void environment_anotherSpelling_isNotFound() {
    assertThat(SettingsSource.environment(Map.of("Cloakroom_Access_Token_Ttl", "x")).value(TTL))
        .isNull();
  }

  @Test
  void properties_withDefaults_areFound() {
    Properties defaults = new Properties();
    defaults.setProperty(TTL, "PT1M");
    Properties properties = new Properties(defaults);
    properties.put("cloakroom.object", new Object());

    SettingsSource source = SettingsSource.properties(properties);

    assertThat(source.value(TTL)).isEqualTo("PT1M");
    assertThat(source.names()).containsExactly(TTL);
    assertThat(source.origin(TTL)).isEqualTo("system property");
  }

  @Test
  void firstOf_severalSources_firstWithAValueCounts() {
    SettingsSource blank = SettingsSource.of("blank", Map.of(TTL, " "));
    SettingsSource first = SettingsSource.of("first", Map.of(TTL, "PT1M"));
    SettingsSource second = SettingsSource.of("second", Map.of(TTL, "PT2M", "other", "x"));

    SettingsSource all = SettingsSource.firstOf(List.of(blank, first, second));

    assertThat(all.value(TTL)).isEqualTo("PT1M");
    assertThat(all.origin(TTL)).isEqualTo("first");
    assertThat(all.value("other")).isEqualTo("x");
    assertThat(all.value("none")).isNull();
    assertThat(all.names()).containsExactly(TTL, "other");
    assertThat(all.description()).isEqualTo("blank, first, second");
  }

  @Test
  void ofThisProcess_systemPropertyOfTheTestRun_isFound() {
    assertThat(SettingsSource.ofThisProcess().value("java.version"))
        .isEqualTo(System.getProperty("java.version"));
  }

  @Test
  void toString_anySource_showsNoValue() {
    Map<String, String> values = Map.of("CLOAKROOM_KEYS_SECRET", "geheim");

    assertThat(SettingsSource.of("test", values).toString()).doesNotContain("geheim");
    assertThat(SettingsSource.environment(values).toString()).doesNotContain("geheim");
    assertThat(SettingsSource.firstOf(List.of(SettingsSource.environment(values))).toString())
        .doesNotContain("geheim");
  }
}
