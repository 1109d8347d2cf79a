package dev.cloakroom.token;

import static dev.cloakroom.token.TokenForge.NOW;
import static dev.cloakroom.token.TokenForge.POLICY;
import static dev.cloakroom.token.TokenForge.SKEW;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal is of a token that our own key signed, unless the signature is the point. */
class AccessTokenVerifierTest {
  private static final Duration TICK = Duration.ofMillis(1);

  private final TokenForge forge = new TokenForge();
  private final AccessTokenVerifier verifier = forge.verifier();

  @Test
  void verify_whatTheForgeSignsUnchanged_isAccepted() {
    accepted(forge.withClaims(forge.claims()));
    accepted(forge.withHeader(forge.header()));
    accepted(new RawToken(forge.genuine()));
  }

  @Test
  @Tag("J1")
  void verify_claimsChangedUnderASignature_isRefused() {
    String[] parts = forge.withClaims(forge.claims()).text().split("\\.", -1);
    String admin = forge.claims().replace("\"user\"", "\"admin\"");

    refused(new RawToken(parts[0] + "." + Base64Url.encode(bytes(admin)) + "." + parts[2]));
  }

  /** Broken claims under a broken signature: the answer must not tell that the claims were read. */
  @Test
  @Tag("J1")
  void verify_expiredClaimsUnderAForgedSignature_isInvalidAndNotExpired() {
    KeyRing stranger = KeyLoader.generate();
    RawToken forged =
        TokenForge.signedBy(
            stranger.signingKey(), bytes(forge.header()), bytes(claims("exp", "1")));

    refused(forged);
    assertThat(verifier.verify(forge.withClaims(claims("exp", "1"))))
        .isEqualTo(new RejectedToken(Reason.EXPIRED));
  }

  @ParameterizedTest
  @Tag("J1")
  @ValueSource(ints = {0, 1, 32, 63, 65, 128})
  void verify_signatureOfZerosOrAnotherLength_isRefused(int length) {
    refused(withSignature(Base64Url.encode(new byte[length])));
  }

  /** CVE-2022-21449. */
  @Test
  @Tag("J1")
  void verify_allZeroSignature_isRefused() {
    refused(withSignature(Base64Url.encode(new byte[64])));
  }

  @ParameterizedTest
  @Tag("J2")
  @ValueSource(
      strings = {
        "none", "None", "NONE", "nOnE", "", "es256", "ES256 ", "ES256K", "ES384", "HS256", "RS256",
        "EdDSA"
      })
  void verify_anotherAlgorithm_isRefused(String algorithm) {
    refused(forge.withHeader(forge.header().replace("ES256", algorithm)));
  }

  @ParameterizedTest
  @Tag("J2")
  @ValueSource(strings = {"none", "None", "NONE"})
  void verify_unsecuredToken_isRefused(String algorithm) {
    String header = Base64Url.encode(bytes(forge.header().replace("ES256", algorithm)));
    String claims = Base64Url.encode(bytes(forge.claims()));

    refused(new RawToken(header + "." + claims + "."));
    refused(new RawToken(header + "." + claims));
  }

  @Test
  @Tag("J2")
  void verify_algorithmMissingOrNoString_isRefused() {
    refused(forge.withHeader(forge.header().replace("\"alg\":\"ES256\",", "")));
    refused(forge.withHeader(forge.header().replace("\"ES256\"", "null")));
    refused(forge.withHeader(forge.header().replace("\"ES256\"", "[\"ES256\"]")));
  }

  /** The classic confusion: HMAC keyed with the public key, which everybody has. */
  @Test
  @Tag("J3")
  void verify_hmacKeyedWithOurPublicKey_isRefused() throws Exception {
    byte[] publicKey = forge.keys().signingKey().verificationKey().publicKey().getEncoded();
    String header = forge.header().replace("ES256", "HS256");
    JWSObject token = new JWSObject(JWSHeader.parse(header), new Payload(forge.claims()));
    token.sign(new MACSigner(publicKey));

    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
    refused(new RawToken(token.serialize()));
  }

  @ParameterizedTest
  @Tag("J4")
  @ValueSource(
      strings = {
        "\"jwk\":{\"kty\":\"EC\"}",
        "\"jwk\":null",
        "\"jku\":\"https://shop.test/jwks.json\"",
        "\"x5u\":\"https://shop.test/cert\"",
        "\"x5c\":[\"AAAA\"]"
      })
  void verify_headerThatOffersAKey_isRefusedEvenWhenWeSignedIt(String member) {
    refused(withHeaderMember(member));
  }

  @Test
  @Tag("J4")
  void verify_tokenOfAStrangerWithItsOwnKeyInTheHeader_isRefused() throws Exception {
    KeyRing stranger = KeyLoader.generate();
    String jwks = stranger.jwksJson();
    String jwk = jwks.substring(jwks.indexOf('[') + 1, jwks.lastIndexOf(']'));
    String kid = stranger.signingKey().kid();
    for (String keyId : new String[] {kid, forge.keys().signingKey().kid()}) {
      String header =
          "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + keyId + "\",\"jwk\":" + jwk + "}";
      refused(TokenForge.signedBy(stranger.signingKey(), bytes(header), bytes(forge.claims())));
    }
  }

  @Test
  @Tag("J5")
  void verify_kidThatIsNotOurs_isRefused() {
    String kid = forge.keys().signingKey().kid();
    for (String other :
        new String[] {
          "", "other", kid + " ", "../../" + kid, "' OR 1=1 --", "k".repeat(257), "\\u0000"
        }) {
      refused(forge.withHeader(forge.header().replace(kid, other)));
    }
    refused(forge.withHeader(forge.header().replace("\"kid\":\"" + kid + "\",", "")));
    refused(forge.withHeader(forge.header().replace("\"" + kid + "\"", "1")));
  }

  @Test
  @Tag("J6")
  void verify_aroundTheExpiry_endsExactlyAtExpPlusSkew() {
    RawToken token = forge.withClaims(forge.claims());
    Instant end = NOW.plusSeconds(300).plus(SKEW);

    acceptedAt(end.minus(TICK), token);
    refusedAt(end, token, Reason.EXPIRED);
    refusedAt(end.plus(TICK), token, Reason.EXPIRED);
    refusedAt(NOW.plusSeconds(100_000_000), token, Reason.EXPIRED);
  }

  @Test
  @Tag("J6")
  void verify_aroundNotBefore_beginsExactlyAtNbfLessSkew() {
    RawToken token = forge.withClaims(plus("\"nbf\":" + (NOW.getEpochSecond() + 200)));
    Instant begin = NOW.plusSeconds(200).minus(SKEW);

    refusedAt(begin.minus(TICK), token, Reason.NOT_YET_VALID);
    acceptedAt(begin, token);
  }

  @Test
  @Tag("J6")
  void verify_issuedInTheFuture_isNotYetValid() {
    RawToken token = forge.withClaims(forge.claims());

    refusedAt(NOW.minus(SKEW).minus(TICK), token, Reason.NOT_YET_VALID);
    acceptedAt(NOW.minus(SKEW), token);
  }

  @Test
  @Tag("J6")
  void verify_expiredButOtherwiseNotOurs_isInvalid() {
    Instant late = NOW.plusSeconds(1000);

    refusedAt(late, forge.withClaims(forge.claims()), Reason.EXPIRED);
    refusedAt(late, forge.withClaims(claims("iss", "\"other\"")), Reason.INVALID);
    refusedAt(late, forge.withClaims(claims("aud", "\"other\"")), Reason.INVALID);
    refusedAt(late, forge.withClaims(claims("sid", "1")), Reason.INVALID);
  }

  @ParameterizedTest
  @Tag("J7")
  @ValueSource(
      strings = {
        "\"https://shop.test/\"",
        "\"HTTPS://shop.test\"",
        "\"https://shop.test.evil\"",
        "\"\"",
        "null",
        "[\"https://shop.test\"]",
        "1"
      })
  void verify_issuerNotExactlyOurs_isRefused(String issuer) {
    refused(forge.withClaims(claims("iss", issuer)));
  }

  @ParameterizedTest
  @Tag("J8")
  @ValueSource(strings = {"\"shop\"", "[\"shop\"]", "[\"other\",\"shop\"]"})
  void verify_audienceWithUs_isAccepted(String audience) {
    accepted(forge.withClaims(claims("aud", audience)));
  }

  @ParameterizedTest
  @Tag("J8")
  @ValueSource(
      strings = {
        "\"other\"",
        "\"Shop\"",
        "\"shop \"",
        "[]",
        "[\"other\"]",
        "null",
        "\"\"",
        "[\"shop\",1]",
        "[[\"shop\"]]",
        "{\"shop\":1}"
      })
  void verify_audienceWithoutUs_isRefused(String audience) {
    refused(forge.withClaims(claims("aud", audience)));
  }

  @ParameterizedTest
  @Tag("J10")
  @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt"})
  void verify_typeOfAnAccessToken_isAccepted(String type) {
    accepted(forge.withHeader(forge.header().replace("at+jwt", type)));
  }

  @ParameterizedTest
  @Tag("J10")
  @ValueSource(
      strings = {
        "JWT",
        "jwt",
        "",
        "at+jwt ",
        "text/at+jwt",
        "application/application/at+jwt",
        "logout+jwt",
        "dpop+jwt",
        "rt+jwt"
      })
  void verify_anotherType_isRefused(String type) {
    refused(forge.withHeader(forge.header().replace("at+jwt", type)));
  }

  @Test
  @Tag("J10")
  void verify_typeMissingOrNoString_isRefused() {
    refused(forge.withHeader(forge.header().replace(",\"typ\":\"at+jwt\"", "")));
    refused(forge.withHeader(forge.header().replace("\"at+jwt\"", "[\"at+jwt\"]")));
  }

  @ParameterizedTest
  @Tag("J11")
  @Tag("J12")
  @ValueSource(
      strings = {"iss", "sub", "aud", "exp", "iat", "jti", "client_id", "sid", "auth_time"})
  void verify_requiredClaimMissing_isRefused(String name) {
    refused(forge.withClaims(without(name)));
    refused(forge.withClaims(claims(name, "null")));
    refused(forge.withClaims(claims(name, "{}")));
    refused(forge.withClaims(claims(name, "true")));
  }

  @ParameterizedTest
  @Tag("J12")
  @ValueSource(strings = {"groups", "amr"})
  void verify_optionalClaimMissing_isAccepted(String name) {
    accepted(forge.withClaims(without(name)));
  }

  @ParameterizedTest
  @Tag("J12")
  @CsvSource(
      delimiter = '|',
      value = {
        "sub|\"\"",
        "sub|7",
        "jti|7",
        "exp|\"1772366700\"",
        "exp|-1",
        "exp|253402300800",
        "exp|9e99",
        "exp|99999999999999999999",
        "iat|[1]",
        "groups|\"admin\"",
        "groups|[1]",
        "groups|[\"\"]",
        "groups|null",
        "groups|{\"admin\":true}",
        "amr|\"pwd\""
      })
  void verify_claimOfAnotherType_isRefused(String name, String value) {
    refused(forge.withClaims(claims(name, value)));
  }

  @Test
  @Tag("J12")
  void verify_upnOfAnotherType_isRefused() {
    refused(forge.withClaims(plus("\"upn\":7")));
    refused(forge.withClaims(plus("\"nbf\":\"7\"")));
    assertThat(accepted(forge.withClaims(plus("\"upn\":\"Alice\""))).callerName())
        .isEqualTo("Alice");
    assertThat(accepted(forge.withClaims(forge.claims())).callerName()).isEqualTo("alice");
  }

  @Test
  @Tag("J6")
  void verify_dateWithAFraction_isReadAsItsSecond() {
    String later = (NOW.getEpochSecond() + 300) + ".9";

    assertThat(accepted(forge.withClaims(claims("exp", later))).expiresAt())
        .isEqualTo(NOW.plusSeconds(300));
  }

  @Test
  void verify_furtherClaims_areKeptAsTheyAre() {
    VerifiedToken token = accepted(forge.withClaims(plus("\"x\":{\"y\":[1,null,\"z\"]}")));

    assertThat(token.claims().get("x")).isEqualTo(Map.of("y", List.of(1L, JsonNull.NULL, "z")));
  }

  @Test
  @Tag("J13")
  void verify_anyOtherForm_isRefused() {
    String genuine = forge.genuine();
    accepted(new RawToken(genuine));

    for (String other :
        new String[] {
          "",
          ".",
          "..",
          "...",
          genuine + ".",
          "." + genuine,
          genuine + ".." + genuine,
          genuine + "=",
          genuine + "==",
          genuine + "\n",
          " " + genuine,
          genuine.replaceFirst("\\.", ".."),
          genuine.replaceFirst("\\.", "=."),
          genuine.replace('.', ' '),
          "Bearer " + genuine,
          "\"" + genuine + "\"",
          "{\"payload\":\"" + genuine.split("\\.", -1)[1] + "\"}"
        }) {
      refused(new RawToken(other));
    }
  }

  /** The last character of a 64-byte signature has four unused bits. */
  @Test
  @Tag("J13")
  void verify_unusedBitsOfTheSignatureSet_isRefused() {
    String genuine = forge.genuine();
    String start = genuine.substring(0, genuine.length() - 1);
    long accepted =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            .chars()
            .filter(c -> verifier.verify(new RawToken(start + (char) c)) instanceof VerifiedToken)
            .count();

    assertThat(accepted).isEqualTo(1);
  }

  @Test
  @Tag("J13")
  void verify_longerThan8KiB_isRefused() {
    RawToken long1 = forge.withClaims(plus("\"x\":\"" + "x".repeat(5000) + "\""));
    RawToken long2 = forge.withClaims(plus("\"x\":\"" + "x".repeat(6000) + "\""));

    assertThat(long1.text()).hasSizeBetween(6000, 8192);
    accepted(long1);
    assertThat(long2.text()).hasSizeGreaterThan(8192);
    refused(long2);
  }

  @Test
  @Tag("J14")
  void verify_aNameTwice_isRefused() {
    refused(withHeaderMember("\"alg\":\"ES256\""));
    refused(withHeaderMember("\"\\u0061lg\":\"ES256\""));
    refused(forge.withClaims(plus("\"sub\":\"alice\"")));
    refused(forge.withClaims(plus("\"x\":{\"a\":1,\"a\":1}")));
    accepted(forge.withClaims(plus("\"x\":{\"sub\":1}")));
  }

  @ParameterizedTest
  @Tag("J15")
  @ValueSource(
      strings = {
        "\"crit\":[\"exp\"]",
        "\"crit\":[]",
        "\"crit\":null",
        "\"crit\":[\"b64\"],\"b64\":false",
        "\"b64\":false",
        "\"b64\":true",
        "\"zip\":\"DEF\"",
        "\"enc\":\"A256GCM\""
      })
  void verify_headerWithExtension_isRefused(String member) {
    refused(withHeaderMember(member));
  }

  /** RFC 7515 §4: what is not understood and not critical is ignored. */
  @Test
  @Tag("J15")
  void verify_headerWithHarmlessMember_isAccepted() {
    accepted(withHeaderMember("\"cty\":\"x\""));
    accepted(withHeaderMember("\"made-up\":{\"jwk\":1}"));
  }

  @Test
  @Tag("J16")
  void verify_bytesThatAreNotUtf8_isRefused() {
    String claims = plus("\"x\":\"é\"");

    accepted(forge.signed(bytes(forge.header()), claims.getBytes(UTF_8)));
    refused(forge.signed(bytes(forge.header()), claims.getBytes(ISO_8859_1)));
    refused(forge.signed(bytes(forge.header()), claims.getBytes(UTF_16)));
    refused(forge.withClaims("\uFEFF" + forge.claims()));
    refused(forge.withHeader("\uFEFF" + forge.header()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"x\"", "{", "{} {}"})
  void verify_headerOrClaimsThatAreNoObject_isRefused(String json) {
    refused(forge.withHeader(json));
    refused(forge.withClaims(json));
  }

  @Test
  void verify_nestedTooDeep_isRefused() {
    accepted(forge.withClaims(plus("\"x\":" + "[".repeat(15) + "]".repeat(15))));
    refused(forge.withClaims(plus("\"x\":" + "[".repeat(16) + "]".repeat(16))));
    refused(forge.withHeader("[".repeat(3000)));
  }

  @Test
  @Tag("G1")
  void verify_keyOfAnotherRing_isRefusedAndOfTheSameAccepted() {
    RawToken token = new RawToken(forge.genuine());
    AccessTokenVerifier stranger =
        new AccessTokenVerifier(KeyLoader.generate(), POLICY, TokenForge.at(NOW));

    accepted(token);
    assertThat(stranger.verify(token)).isEqualTo(new RejectedToken(Reason.INVALID));
  }

  private VerifiedToken accepted(RawToken token) {
    TokenVerification verification = verifier.verify(token);
    assertThat(verification).isInstanceOf(VerifiedToken.class);
    return (VerifiedToken) verification;
  }

  private void refused(RawToken token) {
    assertThat(verifier.verify(token)).isEqualTo(new RejectedToken(Reason.INVALID));
  }

  private void acceptedAt(Instant now, RawToken token) {
    assertThat(forge.verifierAt(now).verify(token)).isInstanceOf(VerifiedToken.class);
  }

  private void refusedAt(Instant now, RawToken token, Reason reason) {
    assertThat(forge.verifierAt(now).verify(token)).isEqualTo(new RejectedToken(reason));
  }

  private RawToken withSignature(String signature) {
    String genuine = forge.genuine();
    return new RawToken(genuine.substring(0, genuine.lastIndexOf('.') + 1) + signature);
  }

  private RawToken withHeaderMember(String member) {
    return forge.withHeader(forge.header().replace("}", "," + member + "}"));
  }

  /** The good claims and one more. */
  private String plus(String member) {
    return forge.claims().replaceFirst("}$", "," + Matcher.quoteReplacement(member) + "}");
  }

  /** The good claims with one value replaced. */
  private String claims(String name, String value) {
    return without(name).replaceFirst("}$", ",\"" + name + "\":" + value + "}");
  }

  private String without(String name) {
    String pattern = "\"" + name + "\":(?:\"[^\"]*\"|\\[[^]]*]|[0-9]+),?";
    String rest = forge.claims().replaceFirst(pattern, "").replace(",}", "}");
    assertThat(rest).isNotEqualTo(forge.claims());
    return rest;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
