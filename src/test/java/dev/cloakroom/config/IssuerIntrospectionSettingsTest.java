package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issuers that are asked about their tokens, and who may ask about ours. */
@Tag("B7")
class IssuerIntrospectionSettingsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private static Map<String, String> asked(String name, String... keysAndValues) {
    String start = "cloakroom.issuers." + name + ".";
    Map<String, String> values = new HashMap<>();
    values.put(start + "issuer", "https://" + name + ".test");
    values.put(start + "audience", "shop");
    values.put(start + "check", "introspection");
    values.put(start + "client-id", "shop");
    values.put(start + "client-secret", "hush hush");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(start + keysAndValues[i], keysAndValues[i + 1]);
    }
    return values;
  }

  private static String problem(Map<String, String> values) {
    List<String> problems = SettingReading.refusal(values).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Test
  void check_introspection_isReadWithItsDefaults() {
    IssuerSettings read = SettingReading.read(asked("hydra")).settings().issuers().get(0);

    assertThat(read.introspection())
        .isEqualTo(
            new IssuerIntrospectionSettings(
                null, "shop", new ClientSecret("hush hush"), Duration.ofSeconds(30), true));
    assertThat(read.keys().jwksUri()).isNull();
    assertThat(read.toString()).doesNotContain("hush");
  }

  @Test
  void check_introspection_isAsSet() {
    Map<String, String> values =
        asked(
            "hydra",
            "issuer",
            "urn:hydra",
            "introspection-uri",
            "https://hydra.test/introspect",
            "introspection-cache",
            "PT0S",
            "opaque-tokens",
            "false");
    IssuerIntrospectionSettings read =
        SettingReading.read(values).settings().issuers().get(0).introspection();

    assertThat(read)
        .isEqualTo(
            new IssuerIntrospectionSettings(
                URI.create("https://hydra.test/introspect"),
                "shop",
                new ClientSecret("hush hush"),
                Duration.ZERO,
                false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client-id", "client-secret"})
  void check_introspectionWithoutWhoAsks_isRefused(String missing) {
    Map<String, String> values = asked("hydra");
    values.remove("cloakroom.issuers.hydra." + missing);

    assertThat(problem(values)).startsWith("cloakroom.issuers.hydra." + missing + " (not set)");
  }

  @ParameterizedTest
  @CsvSource({
    "jwks-uri, https://hydra.test/jwks",
    "public-key, classpath:key.pem",
    "algorithms, ES256",
    "typ, at+jwt",
    "required, true",
    "short-rsa-keys, allow-forgery"
  })
  void check_introspectionBesideWhatIsOfSignatures_isRefused(String key, String value) {
    assertThat(problem(asked("hydra", key, value)))
        .startsWith("cloakroom.issuers.hydra." + key)
        .contains("cloakroom.issuers.hydra.check=introspection");
  }

  @ParameterizedTest
  @CsvSource({
    "introspection-uri, https://hydra.test/introspect",
    "client-id, shop",
    "client-secret, hush hush",
    "introspection-cache, PT1S",
    "opaque-tokens, false"
  })
  void check_signatureBesideWhatIsOfIntrospection_isRefused(String key, String value) {
    Map<String, String> values = new HashMap<>();
    values.put("cloakroom.issuers.hydra.issuer", "https://hydra.test");
    values.put("cloakroom.issuers.hydra.audience", "shop");
    values.put("cloakroom.issuers.hydra." + key, value);

    assertThat(problem(values))
        .startsWith("cloakroom.issuers.hydra." + key)
        .contains("check=signature (default)")
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource({
    "introspection-uri, http://hydra.test/introspect",
    "introspection-uri, introspect",
    "introspection-cache, PT6M",
    "client-id, h\u00e4ndler",
    "client-secret, h\u00e4ndler",
    "opaque-tokens, some",
    "check, both"
  })
  void setting_thatIsWrong_isRefused(String key, String value) {
    assertThat(SettingReading.refusal(asked("hydra", key, value)).problems())
        .anyMatch(problem -> problem.startsWith("cloakroom.issuers.hydra." + key));
  }

  @Test
  void check_introspectionOfAnIssuerThatHasNoAddress_isRefused() {
    assertThat(problem(asked("hydra", "issuer", "urn:hydra")))
        .contains("introspection-uri (not set)");
  }

  @Test
  void opaqueTokens_ofTwo_areRefused() {
    Map<String, String> values = asked("hydra");
    values.putAll(asked("ping"));

    assertThat(problem(values)).contains("hydra and ping").contains("opaque-tokens=false");
    values.putAll(asked("ping", "opaque-tokens", "false"));
    assertThat(SettingReading.read(values).settings().issuers()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"check, introspection", "client-id, shop"})
  void mpJwt_asksNobody(String key, String value) {
    Map<String, String> values =
        Map.of(
            "mp.jwt.verify.issuer",
            "https://id.test",
            "mp.jwt.verify.publickey.location",
            "https://id.test/jwks",
            "cloakroom.issuers.mp-jwt." + key,
            value);

    assertThat(problem(values)).startsWith("cloakroom.issuers.mp-jwt." + key);
  }

  private static Map<String, String> askers(String secret) {
    return Map.of("cloakroom.introspection.orders.secret", secret);
  }

  @Test
  void askers_areReadByTheirNames_andTheirEndpointIsThere() {
    SettingsReport report = SettingReading.read(askers(SECRET));

    assertThat(report.warnings()).isEmpty();
    assertThat(report.settings().introspection().askers())
        .isEqualTo(Map.of("orders", new ClientSecret(SECRET)));
    assertThat(report.settings().toString()).doesNotContain(SECRET);
    assertThat(report.settings().endpoints().isEnabled(Endpoint.INTROSPECT)).isTrue();
    assertThat(Settings.defaults().endpoints().isEnabled(Endpoint.INTROSPECT)).isFalse();
  }

  @Test
  void askers_ofTheEnvironment_areReadToo() {
    SettingsSource environment =
        SettingsSource.environment(Map.of("CLOAKROOM_INTROSPECTION_MY_ORDERS_SECRET", SECRET));

    assertThat(SettingsReader.read(environment).settings().introspection().askers())
        .containsOnlyKeys("my-orders");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "0123456789abcdef 0123456789abcdef",
        "%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%"
      })
  void askersSecret_thatIsShortOrWrittenInTwoWays_isRefusedAndNotShown(String secret) {
    assertThat(problem(askers(secret)))
        .startsWith("cloakroom.introspection.orders.secret=***")
        .doesNotContain(secret);
  }
}
