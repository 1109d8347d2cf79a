package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.config.IssuerCallerSettings.CallerNames;
import java.net.URI;
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

class IssuerSettingsTest {
  private static final String KEYCLOAK = "cloakroom.issuers.keycloak.";
  private static final String ISSUER = "https://id.test/realms/shop";

  /** The least that an issuer needs, and more. */
  private static Map<String, String> keycloak(String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    values.put(KEYCLOAK + "issuer", ISSUER);
    values.put(KEYCLOAK + "audience", "shop");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(KEYCLOAK + keysAndValues[i], keysAndValues[i + 1]);
    }
    return values;
  }

  private static List<IssuerSettings> read(Map<String, String> values) {
    return SettingReading.read(values).settings().issuers();
  }

  private static IssuerSettings one(String... keysAndValues) {
    return read(keycloak(keysAndValues)).get(0);
  }

  private static String problem(String... keysAndValues) {
    InvalidSettingsException refusal = SettingReading.refusal(keycloak(keysAndValues));
    assertThat(refusal.problems()).hasSize(1);
    return refusal.problems().get(0);
  }

  @Test
  void issuers_nothingSet_areNone() {
    assertThat(Settings.defaults().issuers()).isEmpty();
  }

  @Test
  void issuer_twoSettings_areEnough() {
    IssuerSettings keycloak = one();

    assertThat(keycloak.name()).isEqualTo("keycloak");
    assertThat(keycloak.issuer()).isEqualTo(ISSUER);
    assertThat(keycloak.keys())
        .isEqualTo(new IssuerKeySettings(null, null, false, ShortRsaKeys.REFUSE, PlainHttp.REFUSE));
    assertThat(keycloak.tokens())
        .isEqualTo(
            new IssuerTokenSettings(
                Set.of("shop"),
                Set.of("RS256", "ES256", "EdDSA", "Ed25519"),
                Set.of("at+jwt", "jwt"),
                Duration.ofSeconds(60),
                null));
    assertThat(keycloak.callers())
        .isEqualTo(
            new IssuerCallerSettings(
                List.of("sub"), CallerNames.APART, Set.of("groups"), Map.of(), false));
  }

  @Test
  void issuer_allSet_isAsSet() {
    IssuerSettings keycloak =
        one(
            "jwks-uri", "https://keys.test/jwks",
            "algorithms", "PS512, ES384",
            "typ", "application/AT+JWT, none",
            "caller-claim", "preferred_username",
            "callers", "shared",
            "groups-claim", "realm_access/roles, groups",
            "groups-map", "a=b, a = c, d=e",
            "clock-skew", "PT0S",
            "max-token-age", "PT1H",
            "required", "true",
            "short-rsa-keys", "allow-forgery",
            "plain-http", "allow-forgery");

    assertThat(keycloak.keys().jwksUri()).isEqualTo(URI.create("https://keys.test/jwks"));
    assertThat(keycloak.keys().required()).isTrue();
    assertThat(keycloak.tokens().algorithms()).containsExactly("PS512", "ES384");
    assertThat(keycloak.tokens().types()).containsExactlyInAnyOrder("at+jwt", "none");
    assertThat(keycloak.tokens().maxAge()).isEqualTo(Duration.ofHours(1));
    assertThat(keycloak.callers().groups())
        .isEqualTo(Map.of("a", Set.of("b", "c"), "d", Set.of("e")));
  }

  @Test
  void issuers_severalNames_areAll() {
    Map<String, String> values = keycloak();
    values.put("cloakroom.issuers.entra-id.issuer", "https://login.test/v2.0");
    values.put("cloakroom.issuers.entra-id.audience", "api");

    assertThat(read(values))
        .extracting(IssuerSettings::name)
        .containsExactly("entra-id", "keycloak");
  }

  @Test
  void issuers_environment_hasThemToo() {
    SettingsSource environment =
        SettingsSource.environment(
            Map.of(
                "CLOAKROOM_ISSUERS_ENTRA_ID_ISSUER", "https://login.test/v2.0",
                "CLOAKROOM_ISSUERS_ENTRA_ID_AUDIENCE", "api",
                "CLOAKROOM_ISSUERS_ENTRA_ID_MAX_TOKEN_AGE", "PT1H"));
    SettingsReport report = SettingsReader.read(environment);

    assertThat(report.warnings()).isEmpty();
    assertThat(report.settings().issuers())
        .singleElement()
        .satisfies(one -> assertThat(one.name()).isEqualTo("entra-id"))
        .satisfies(one -> assertThat(one.tokens().maxAge()).isEqualTo(Duration.ofHours(1)));
  }

  @Test
  void issuer_misspeltSetting_isToldOf() {
    assertThat(SettingReading.read(keycloak("audiences", "x")).warnings())
        .singleElement()
        .asString()
        .contains("cloakroom.issuers.keycloak.audiences");
  }

  @Test
  void issuers_sameIssuerTwice_areRefused() {
    Map<String, String> values = keycloak();
    values.put("cloakroom.issuers.other.issuer", ISSUER);
    values.put("cloakroom.issuers.other.audience", "shop");

    assertThat(SettingReading.refusal(values).problems())
        .singleElement()
        .asString()
        .contains("keycloak and other");
  }

  @ParameterizedTest
  @Tag("J8")
  @ValueSource(strings = {"issuer", "audience"})
  void issuer_whatIsNeeded_isRefusedWithout(String missing) {
    Map<String, String> values = keycloak("jwks-uri", "https://keys.test/jwks");
    values.remove(KEYCLOAK + missing);

    assertThat(SettingReading.refusal(values).problems())
        .singleElement()
        .asString()
        .startsWith(KEYCLOAK + missing + " (not set). Allowed:");
  }

  @ParameterizedTest
  @Tag("J2")
  @ValueSource(strings = {"none", "HS256", "RS256, HS512", "rs256", "ES256K", "RS1"})
  void algorithms_whatIsNotTaken_isRefused(String algorithms) {
    assertThat(problem("algorithms", algorithms))
        .startsWith(KEYCLOAK + "algorithms=" + algorithms + " (test). Allowed: of `RS256`");
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, 'with space'",
    "audience, 'with space'",
    "audience, '*, shop'",
    "audience, ','",
    "algorithms, ','",
    "typ, ','",
    "typ, 'a b'",
    "callers, together",
    "groups-map, a",
    "groups-map, '=b'",
    "clock-skew, PT11M",
    "max-token-age, PT0S",
    "required, yes",
    "short-rsa-keys, allow",
    "plain-http, true",
    "jwks-uri, http://keys.test/jwks",
    "jwks-uri, https:///jwks",
    "jwks-uri, https://user:password@keys.test/jwks",
    "jwks-uri, https://keys.test/jwks#x",
    "jwks-uri, ftp://keys.test/jwks",
    "jwks-uri, file:///etc/passwd",
    "jwks-uri, /jwks"
  })
  void issuer_wrongValue_isRefusedWithItsKey(String key, String value) {
    assertThat(problem(key, value))
        .startsWith(KEYCLOAK + key + "=" + value)
        .contains("(test)", "Allowed: ");
  }

  @ParameterizedTest
  @Tag("J23")
  @ValueSource(
      strings = {"http://localhost:8180/jwks", "http://127.0.0.1/jwks", "http://[::1]:1/jwks"})
  void jwksUri_plainHttpOnThisMachine_isAllowed(String address) {
    assertThat(one("jwks-uri", address).keys().jwksUri()).isEqualTo(URI.create(address));
  }

  @Test
  @Tag("J23")
  void jwksUri_plainHttpElsewhere_isAllowedByNamingTheDanger() {
    assertThat(problem("jwks-uri", "http://keys.test/jwks")).contains("plain-http=allow-forgery");
    assertThat(one("jwks-uri", "http://keys.test/jwks", "plain-http", "allow-forgery").keys())
        .extracting(IssuerKeySettings::plainHttp)
        .isEqualTo(PlainHttp.ALLOW_FORGERY);
  }

  @Test
  void issuer_thatCannotBeDiscovered_needsItsKeys() {
    assertThat(problem("issuer", "shop-issuer")).contains("jwks-uri or public-key");
    assertThat(problem("issuer", "http://id.test")).contains("jwks-uri or public-key");
    assertThat(one("issuer", "shop-issuer", "public-key", "key.pem").issuer())
        .isEqualTo("shop-issuer");
  }

  @Test
  void publicKey_besideAnAddress_isRefusedAndNotShown() {
    assertThat(problem("public-key", "secret.pem", "jwks-uri", "https://keys.test/jwks"))
        .contains("does not go with")
        .doesNotContain("secret.pem");
  }

  @Test
  void requireSame_ofAnIssuer_namesItsSettings() {
    SettingsSource early = SettingsSource.of("file", Map.of());
    SettingsSource late = SettingsSource.of("late parameter", keycloak());

    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> SettingsReader.requireSame(early, late))
        .withMessageContaining(KEYCLOAK + "issuer=" + ISSUER + " (late parameter) is read too late")
        .withMessageContaining(KEYCLOAK + "audience");
  }
}
