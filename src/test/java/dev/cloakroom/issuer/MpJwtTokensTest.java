package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.ISSUER;
import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken.Reason;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What MicroProfile JWT 2.1 has tokens and keys be, where that is laxer than ours. */
class MpJwtTokensTest {
  private static final String KEY_PLACE = "mp.jwt.verify.publickey.location";
  private static final String KEY_TEXT = "mp.jwt.verify.publickey";

  private final Partner partner = new Partner();

  private ForeignTokens open(String... keysAndValues) {
    return open(MpJwtTokensTest.class.getClassLoader(), keysAndValues);
  }

  private ForeignTokens open(ClassLoader resources, String... keysAndValues) {
    Map<String, String> values = new HashMap<>(Map.of("mp.jwt.verify.issuer", ISSUER));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return ForeignTokens.open(
        SettingsReader.read(SettingsSource.of("test", values)).settings().issuers(),
        resources,
        partner.clock(),
        1_000_000);
  }

  private ForeignTokens byItsKey(String... keysAndValues) {
    return open(
        Stream.concat(Stream.of(KEY_TEXT, KEY.jwk()), Stream.of(keysAndValues))
            .toArray(String[]::new));
  }

  private static String pem(PartnerKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getEncoder().encodeToString(key.pair().getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static String base64(String json) {
    return Base64Url.encode(json.getBytes(UTF_8));
  }

  static List<String> forms() {
    return List.of(
        pem(KEY),
        KEY.jwk(),
        KEY.bareJwk(),
        PartnerKey.jwks(KEY.jwk()),
        base64(KEY.jwk()),
        base64(PartnerKey.jwks(KEY.jwk())) + "\n");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void key_inEachForm_isTakenAsTextAndFromAFile(String text, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("key"), text);
    String token = KEY.sign(partner.claims());

    accepted(open(KEY_TEXT, text).lookUp(token));
    accepted(open(KEY_PLACE, file.toString()).lookUp(token));
    accepted(open(KEY_PLACE, file.toUri().toString()).lookUp(token));
  }

  @Test
  void key_ofAResource_isTakenWithAndWithoutSlash(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("publicKey.pem"), pem(KEY));
    String token = KEY.sign(partner.claims());

    try (URLClassLoader application =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      accepted(open(application, KEY_PLACE, "/publicKey.pem").lookUp(token));
      accepted(open(application, KEY_PLACE, "publicKey.pem").lookUp(token));
      accepted(open(application, KEY_PLACE, "classpath:publicKey.pem").lookUp(token));
    }
  }

  /** The address may be of the application itself, which is not served when it starts. */
  @ParameterizedTest
  @MethodSource("forms")
  @Tag("J23")
  void key_ofTheWeb_isFetchedWithTheFirstToken(String text) {
    try (FakeIssuer web = FakeIssuer.start().publish("/key?kid=a", text);
        ForeignTokens tokens = open(KEY_PLACE, web.url() + "/key?kid=a")) {
      assertThat(web.asked()).isEmpty();

      accepted(tokens.lookUp(KEY.sign(partner.claims())));

      assertThat(web.asked()).containsExactly("/key?kid=a");
    }
  }

  @Test
  void key_thatIsNone_isRefusedWithItsSetting() {
    String privateKey =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString(KEY.pair().getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";

    for (String text : List.of("rubbish", privateKey, "{\"kty\":\"RSA\"}")) {
      assertThatExceptionOfType(UnusableIssuerException.class)
          .isThrownBy(() -> open(KEY_TEXT, text))
          .withMessageStartingWith("mp.jwt.verify.publickey cannot be used: ")
          .withMessageNotContaining(privateKey.substring(30, 60));
    }
    assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(() -> open(KEY_PLACE, "/no/such/key.pem"))
        .withMessageStartingWith("mp.jwt.verify.publickey.location cannot be used: ")
        .withMessageContaining("no/such/key.pem: there is no such file");
  }

  @Test
  @Tag("J26")
  void shortRsaKey_isTakenOnlyWhereTheDangerIsNamed() {
    PartnerKey weak = PartnerKey.rsa("weak", "RS256", 1024);

    assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(() -> open(KEY_TEXT, weak.jwk()))
        .withMessageContaining("cloakroom.issuers.mp-jwt.short-rsa-keys=allow-forgery");
    accepted(
        open(KEY_TEXT, weak.jwk(), "cloakroom.issuers.mp-jwt.short-rsa-keys", "allow-forgery")
            .lookUp(weak.sign(partner.claims())));
  }

  @Test
  void algorithm_unlessSet_isRs256Alone() {
    PartnerKey curve = PartnerKey.of("e1", "ES256");
    String token = curve.sign(partner.claims());

    assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(() -> open(KEY_TEXT, curve.jwk()))
        .withMessageContaining("mp.jwt.verify.publickey.algorithm");
    accepted(
        open(KEY_TEXT, pem(curve), "mp.jwt.verify.publickey.algorithm", "ES256").lookUp(token));
  }

  @Test
  void keySet_withKeysOfOtherAlgorithms_isTakenWithoutThem() {
    PartnerKey curve = PartnerKey.of("e1", "ES256");
    try (LogLines log = LogLines.of("dev.cloakroom.issuer")) {
      ForeignTokens tokens = open(KEY_TEXT, PartnerKey.jwks(KEY.jwk(), curve.jwk()));
      accepted(tokens.lookUp(KEY.sign(partner.claims())));
      refused(tokens.lookUp(curve.sign(partner.claims())));
      assertThat(log.lines().toString()).contains("A key of mp.jwt.verify.publickey is not taken");
    }
  }

  @Test
  void name_isTheFirstOfThree_withoutPrefix() {
    ForeignTokens tokens = byItsKey();

    assertThat(accepted(tokens.lookUp(KEY.sign(partner.claimsPlus("\"upn\":\"a@b\"")))))
        .extracting(ForeignToken::callerName, ForeignToken::subject)
        .containsExactly("a@b", "f81d4fae");
    assertThat(accepted(tokens.lookUp(KEY.sign(partner.claims()))).callerName()).isEqualTo("alice");
    assertThat(
            accepted(tokens.lookUp(KEY.sign(partner.claimsWithout("preferred_username"))))
                .callerName())
        .isEqualTo("f81d4fae");
  }

  @Test
  void subject_mayBeMissing_whereThereIsAName() {
    ForeignTokens tokens = byItsKey();

    assertThat(accepted(tokens.lookUp(KEY.sign(partner.claimsWithout("sub")))).subject())
        .isEqualTo("alice");
    refused(
        tokens.lookUp(
            KEY.sign(
                partner.claimsWithout("sub").replace("\"preferred_username\":\"alice\",", ""))));
    refused(tokens.lookUp(KEY.sign(partner.claimsPlus("\"upn\":7"))));
  }

  @Test
  @Tag("J12")
  void whatMustBeThere_isIssuedAtAndExpiry() {
    ForeignTokens tokens = byItsKey();

    refused(tokens.lookUp(KEY.sign(partner.claimsWithout("iat"))));
    refused(tokens.lookUp(KEY.sign(partner.claimsWithout("exp"))));
    accepted(tokens.lookUp(KEY.sign(partner.claimsWithout("jti"))));
  }

  @Test
  void audience_mattersOnlyWhereSet() {
    String token = KEY.sign(partner.claims());
    String without = KEY.sign(partner.claimsWithout("aud"));

    accepted(byItsKey().lookUp(token));
    accepted(byItsKey().lookUp(without));
    accepted(byItsKey("mp.jwt.verify.audiences", "x, shop").lookUp(token));
    refused(byItsKey("mp.jwt.verify.audiences", "x").lookUp(token));
    refused(byItsKey("mp.jwt.verify.audiences", "shop").lookUp(without));
  }

  @Test
  void age_isCountedWithoutSkew_unlessThatIsSet() {
    ForeignTokens strict = byItsKey("mp.jwt.verify.token.age", "4");
    ForeignTokens lax = byItsKey("mp.jwt.verify.token.age", "4", "mp.jwt.verify.clock.skew", "10");
    String token = KEY.sign(partner.claims());
    accepted(strict.lookUp(token));
    partner.clock().advance(Duration.ofSeconds(5));

    assertThat(strict.lookUp(token)).isEqualTo(new Refused(Reason.EXPIRED));
    accepted(lax.lookUp(token));
  }

  @Test
  void cookie_whereItIsSet_isTheOnlyPlace() {
    String token = KEY.sign(partner.claims());
    ForeignTokens inCookie = byItsKey("mp.jwt.token.header", "Cookie");

    for (int i = 0; i < 2; i++) {
      assertThat(inCookie.find(token)).isEmpty();
      assertThat(inCookie.find(new RawToken(token), TokenPlace.COOKIE)).isPresent();
      assertThat(byItsKey().find(new RawToken(token), TokenPlace.COOKIE)).isEmpty();
    }
  }
}
