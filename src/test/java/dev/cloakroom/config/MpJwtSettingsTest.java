package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.IssuerCallerSettings.CallerNames;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MicroProfile JWT 2.1, sections 4 to 8: the settings, and what each of them comes to. */
class MpJwtSettingsTest {
  private static final String ISSUER = "https://id.test/realms/shop";

  /** The least that is needed, and more. */
  private static Map<String, String> mpJwt(String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    values.put("mp.jwt.verify.issuer", ISSUER);
    values.put("mp.jwt.verify.publickey.location", "/publicKey.pem");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return values;
  }

  private static Map<String, String> without(String key, String... keysAndValues) {
    Map<String, String> values = mpJwt(keysAndValues);
    values.remove(key);
    return values;
  }

  private static IssuerSettings read(Map<String, String> values) {
    SettingsReport report = SettingReading.read(values);
    assertThat(report.warnings()).isSubsetOf(MpJwtIssuer.OF_ANYBODY);
    return report.settings().issuers().get(0);
  }

  private static IssuerSettings one(String... keysAndValues) {
    return read(mpJwt(keysAndValues));
  }

  private static MpJwtSettings said(String... keysAndValues) {
    return Objects.requireNonNull(one(keysAndValues).mpJwt());
  }

  private static String problem(Map<String, String> values) {
    InvalidSettingsException refusal = SettingReading.refusal(values);
    assertThat(refusal.problems()).hasSize(1);
    return refusal.problems().get(0);
  }

  private static @Nullable GivenKey publicKey(Map<String, String> values) {
    return read(values).keys().publicKey();
  }

  @Test
  void issuerAndKey_areEnough_andHaveTheMeaningOfMicroProfile() {
    IssuerSettings issuer = one();

    assertThat(issuer.name()).isEqualTo("mp-jwt");
    assertThat(issuer.issuer()).isEqualTo(ISSUER);
    assertThat(issuer.tokens())
        .isEqualTo(
            new IssuerTokenSettings(
                Set.of("*"),
                Set.of("RS256"),
                Set.of("at+jwt", "jwt", "none"),
                Duration.ofSeconds(60),
                null));
    assertThat(issuer.callers())
        .isEqualTo(
            new IssuerCallerSettings(
                List.of("upn", "preferred_username", "sub"),
                CallerNames.SHARED,
                Set.of("groups"),
                Map.of(),
                false));
    assertThat(issuer.mpJwt())
        .isEqualTo(
            new MpJwtSettings(null, null, Set.of("RSA-OAEP", "RSA-OAEP-256"), Duration.ZERO));
  }

  @Test
  void nothingSet_isNoIssuer() {
    assertThat(Settings.defaults().mpJwt()).isNull();
    assertThat(SettingReading.read(mpJwt()).settings().mpJwt()).isNotNull();
  }

  @Test
  void tokens_areAsSet() {
    IssuerSettings issuer =
        one(
            "mp.jwt.verify.audiences", "shop, https://shop.test",
            "mp.jwt.verify.publickey.algorithm", "ES256",
            "mp.jwt.verify.clock.skew", "10",
            "mp.jwt.verify.token.age", "300");

    assertThat(issuer.tokens().audience()).containsExactlyInAnyOrder("shop", "https://shop.test");
    assertThat(issuer.tokens().algorithms()).containsExactly("ES256");
    assertThat(issuer.tokens().clockSkew()).isEqualTo(Duration.ofSeconds(10));
    assertThat(issuer.tokens().maxAge()).isEqualTo(Duration.ofMinutes(5));
    assertThat(issuer.mpJwt()).extracting(MpJwtSettings::ageSkew).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/publicKey.pem", "keys/key.jwk", "file:///etc/key", "classpath:/key"})
  void location_thatIsNoAddressOfTheWeb_isAPlace(String location) {
    assertThat(publicKey(mpJwt("mp.jwt.verify.publickey.location", location)))
        .isEqualTo(new GivenKey("mp.jwt.verify.publickey.location", location, GivenKey.Form.PLACE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://id.test/key?kid=a", "http://localhost:8080/pem/endp/publicKey"})
  void location_ofTheWeb_isFetched(String location) {
    IssuerSettings issuer = one("mp.jwt.verify.publickey.location", location);

    assertThat(issuer.keys().jwksUri()).isEqualTo(URI.create(location));
    assertThat(issuer.keys().publicKey()).isNull();
  }

  @Test
  void publicKey_isTheKeyItself_andIsNotShown() {
    Map<String, String> values =
        without("mp.jwt.verify.publickey.location", "mp.jwt.verify.publickey", "secret");

    assertThat(publicKey(values))
        .isEqualTo(new GivenKey("mp.jwt.verify.publickey", "secret", GivenKey.Form.TEXT))
        .asString()
        .doesNotContain("secret");
    values.put("mp.jwt.verify.publickey.location", "/publicKey.pem");
    assertThat(problem(values)).contains("does not go with").doesNotContain("secret");
  }

  @Test
  void withoutIssuerOrKey_isRefused() {
    assertThat(problem(without("mp.jwt.verify.issuer")))
        .startsWith("mp.jwt.verify.issuer (not set). Allowed:");
    assertThat(problem(without("mp.jwt.verify.publickey.location")))
        .startsWith("mp.jwt.verify.publickey.location (not set). Allowed:")
        .contains("mp.jwt.verify.publickey.");
  }

  @Test
  void encryptionAlone_isRefused_sinceNobodyCouldTellWhoMadeAToken() {
    Map<String, String> values =
        without(
            "mp.jwt.verify.publickey.location", "mp.jwt.decrypt.key.location", "/privateKey.pem");

    assertThat(problem(values)).contains("who made a token");
  }

  @Test
  void decryption_isAsSet() {
    MpJwtSettings said =
        said(
            "mp.jwt.decrypt.key.location", "/privateKey.pem",
            "mp.jwt.decrypt.key.algorithm", "RSA-OAEP-256");

    assertThat(said.decryptionKey())
        .isEqualTo(
            new GivenKey("mp.jwt.decrypt.key.location", "/privateKey.pem", GivenKey.Form.PLACE));
    assertThat(said.decryptionAlgorithms()).containsExactly("RSA-OAEP-256");
  }

  @Test
  void decryptionAlgorithm_withoutKey_isRefused() {
    assertThat(problem(mpJwt("mp.jwt.decrypt.key.algorithm", "RSA-OAEP")))
        .startsWith("mp.jwt.decrypt.key.algorithm=RSA-OAEP (test) does not go with")
        .contains("mp.jwt.decrypt.key.location (not set)");
  }

  @Test
  void cookie_countsOnlyWhereTheHeaderIsCookie() {
    assertThat(said("mp.jwt.token.header", "Cookie").cookie()).isEqualTo("Bearer");
    assertThat(said("mp.jwt.token.header", "Cookie", "mp.jwt.token.cookie", "jwt").cookie())
        .isEqualTo("jwt");
    assertThat(said("mp.jwt.token.cookie", "jwt").cookie()).isNull();
    assertThat(said("mp.jwt.token.header", "Authorization").cookie()).isNull();
  }

  @Test
  void cookie_thatIsTheSessions_isRefused() {
    for (String name : List.of("sid", "__Host-sid")) {
      assertThat(problem(mpJwt("mp.jwt.token.header", "Cookie", "mp.jwt.token.cookie", name)))
          .contains("does not go with cloakroom.cookie.name=sid");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mp.jwt.verify.issuer, 'with space'",
    "mp.jwt.verify.audiences, 'with space'",
    "mp.jwt.verify.audiences, '*'",
    "mp.jwt.verify.audiences, ','",
    "mp.jwt.verify.publickey.algorithm, HS256",
    "mp.jwt.verify.publickey.algorithm, none",
    "mp.jwt.verify.publickey.algorithm, 'RS256, ES256'",
    "mp.jwt.verify.publickey.location, http://keys.test/key",
    "mp.jwt.verify.publickey.location, https:///key",
    "mp.jwt.verify.clock.skew, PT10S",
    "mp.jwt.verify.clock.skew, -1",
    "mp.jwt.verify.clock.skew, 601",
    "mp.jwt.verify.token.age, 0",
    "mp.jwt.verify.token.age, 1h",
    "mp.jwt.token.header, X-Token",
    "mp.jwt.token.cookie, 'a=b'"
  })
  void wrongValue_isRefusedWithItsKey(String key, String value) {
    assertThat(problem(mpJwt(key, value))).startsWith(key + "=" + value + " (test). Allowed: ");
  }

  /** It may be the key itself. */
  @Test
  void decryptionKey_ofAnotherMachineByPlainHttp_isRefused_andNotShown() {
    assertThat(problem(mpJwt("mp.jwt.decrypt.key.location", "http://keys.test/secret")))
        .startsWith("mp.jwt.decrypt.key.location=*** (test). Allowed: ");
  }

  @Test
  void wrongDecryptionAlgorithm_isRefusedWithItsKey() {
    assertThat(
            problem(
                mpJwt(
                    "mp.jwt.decrypt.key.location", "/privateKey.pem",
                    "mp.jwt.decrypt.key.algorithm", "RSA1_5")))
        .startsWith("mp.jwt.decrypt.key.algorithm=RSA1_5 (test). Allowed: ");
  }
}
