package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsSettingsTest {
  private static final String ORIGINS = "cloakroom.cors.allowed-origins";
  private static final String HEADERS = "cloakroom.cors.allowed-headers";
  private static final String EXPOSED = "cloakroom.cors.exposed-headers";
  private static final String CREDENTIALS = "cloakroom.cors.allow-credentials";

  private static CorsSettings read(Map<String, String> values) {
    return SettingsReader.read(SettingsSource.of("test", values)).settings().cors();
  }

  private static InvalidSettingsException refusal(Map<String, String> values) {
    return catchThrowableOfType(InvalidSettingsException.class, () -> read(values));
  }

  @Test
  void read_noOrigin_leavesCorsToTheApplication() {
    assertThat(read(Map.of(HEADERS, "X-Shop", CREDENTIALS, "false")).rules()).isEmpty();
  }

  @Test
  @Tag("X8")
  void read_origins_allowCredentialsUnlessSaidOtherwise() {
    CorsRule rule = read(Map.of(ORIGINS, "https://a.test, http://b.test:8080")).rules().get(0);

    assertThat(rule.allowedOrigins())
        .containsExactlyInAnyOrder("https://a.test", "http://b.test:8080");
    assertThat(rule.allowsCredentials()).isTrue();
    assertThat(rule.allowedHeaders()).contains("Content-Type", "Authorization");
    assertThat(rule.maxAge()).isEqualTo(Duration.ofHours(1));
  }

  /** Neither has a site that could be told apart from the application's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "capacitor://localhost",
        "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
        "moz-extension://1e0d948a-31b2-4d3c-9c1f-0f6a5a3b2c1d",
        "safari-web-extension://A1B2C3D4-0000-4000-8000-000000000000"
      })
  @Tag("X8")
  void read_originOfAnApp_isOne(String origin) {
    Map<String, String> values = Map.of(ORIGINS, origin, "cloakroom.cookie.domain", "example.org");

    assertThat(read(values).rules().get(0).allowedOrigins()).containsExactly(origin);
    assertThat(SettingsReader.read(SettingsSource.of("test", values)).warnings())
        .noneMatch(warning -> warning.contains(origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "app.example.org",
        "https://*.example.org",
        "https://app.example.org/",
        "https://app.example.org/app",
        "ftp://app.example.org",
        "file://app",
        "capacitor://",
        "capacitor://localhost/",
        "CAPACITOR://localhost",
        "moz-extension://*",
        "https://app.example.org:0",
        "https://user@app.example.org",
        "https://",
        "https://a.test, *"
      })
  @Tag("X8")
  void read_whatIsNoOrigin_isRefused(String origins) {
    assertThat(refusal(Map.of(ORIGINS, origins, CREDENTIALS, "false")).problems())
        .singleElement()
        .asString()
        .startsWith(ORIGINS + "=" + origins);
  }

  @ParameterizedTest
  @CsvSource({ORIGINS, HEADERS, EXPOSED})
  @Tag("X9")
  void read_starWithCredentials_isRefusedWithRemedy(String key) {
    Map<String, String> values = new HashMap<>(Map.of(ORIGINS, "https://a.test"));
    values.put(key, "*");

    assertThat(refusal(values).problems())
        .singleElement()
        .asString()
        .startsWith(key + "=* (test) does not go with " + CREDENTIALS + "=true (default).")
        .contains("write cloakroom.cors.allow-credentials=false");
    values.put(CREDENTIALS, "false");
    assertThat(read(values).rules()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"cloakroom.cors.max-age,P2D", "cloakroom.cors.max-age,3600", HEADERS + ",a header"})
  void read_valueOutOfRange_isRefused(String key, String value) {
    assertThat(refusal(Map.of(ORIGINS, "https://a.test", key, value)).problems())
        .singleElement()
        .asString()
        .startsWith(key + "=" + value);
  }

  @Test
  void read_rulesWithNames_areThoseOfTheirPaths_longestFirst() {
    Map<String, String> values =
        Map.of(
            ORIGINS,
            "https://a.test",
            HEADERS,
            "X-Shop",
            "cloakroom.cors.partner.path",
            "/api/*",
            "cloakroom.cors.partner.allowed-origins",
            "https://b.test",
            "cloakroom.cors.open.path",
            "/api/open/*",
            "cloakroom.cors.open.allowed-origins",
            "*",
            "cloakroom.cors.open.allow-credentials",
            "false",
            "cloakroom.cors.open.max-age",
            "PT5S");

    List<CorsRule> rules = read(values).rules();

    assertThat(rules)
        .extracting(CorsRule::path)
        .containsExactly("/api/open/*", "/api/*", CorsRule.EVERYWHERE);
    assertThat(rules.get(0).maxAge()).isEqualTo(Duration.ofSeconds(5));
    assertThat(rules.get(1).allowedOrigins()).containsExactly("https://b.test");
    assertThat(rules.get(1).allowsCredentials()).isTrue();
    assertThat(rules).allMatch(rule -> rule.allowedHeaders().equals(Set.of("X-Shop")));
  }

  @Test
  void read_rulesWithNames_ofTheEnvironment() {
    SettingsSource environment =
        SettingsSource.environment(
            Map.of(
                "CLOAKROOM_CORS_THE_PARTNER_PATH", "/api/*",
                "CLOAKROOM_CORS_THE_PARTNER_ALLOWED_ORIGINS", "https://b.test"));

    assertThat(SettingsReader.read(environment).settings().cors().rules())
        .singleElement()
        .extracting(CorsRule::path)
        .isEqualTo("/api/*");
    assertThat(SettingsReader.read(environment).warnings()).isEmpty();
  }

  @Test
  void read_wrongRuleWithAName_isNamedByItsKey() {
    Map<String, String> values =
        Map.of(
            "cloakroom.cors.partner.path", "api",
            "cloakroom.cors.partner.allowed-origins", "*",
            "cloakroom.cors.other.path", "/other",
            "cloakroom.cors.other.max-age", "PT5H",
            "cloakroom.cors.other.allowed-origins", "null");

    assertThat(refusal(values).problems())
        .hasSize(3)
        .anyMatch(problem -> problem.startsWith("cloakroom.cors.partner.path=api (test)."))
        .anyMatch(problem -> problem.startsWith("cloakroom.cors.partner.allowed-origins=* (test)"))
        .anyMatch(problem -> problem.startsWith("cloakroom.cors.other.allowed-origins=null"));
  }

  @Test
  void read_twoRulesForOnePath_areRefused() {
    Map<String, String> values =
        Map.of(ORIGINS, "https://a.test", "cloakroom.cors.b.allowed-origins", "https://b.test");

    assertThat(refusal(values).problems())
        .singleElement()
        .asString()
        .startsWith("Two rules of cloakroom.cors are for /*.");
  }
}
