package dev.cloakroom.token;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a header may say. Each refusal is of a token that our own key signed, unless the signature
 * is the point.
 */
class AccessTokenVerifierHeaderTest {
  private final TokenForge forge = new TokenForge();
  private final AccessTokenVerifier verifier = forge.verifier();

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

  @ParameterizedTest
  @Tag("J10")
  @ValueSource(
      strings = {
        "AT+JWT",
        "application/at+jwt",
        "JWT",
        "jwt",
        "sid+jwt",
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
    refused(forge.withHeader(forge.header().replace("\"typ\":\"at+jwt\",", "")));
    refused(forge.withHeader(forge.header().replace("\"at+jwt\"", "[\"at+jwt\"]")));
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

  /** We write no such header, and only what we write is ours. */
  @Test
  @Tag("J15")
  void verify_headerOfOursInOtherWords_isRefused() {
    accepted(forge.withHeader(forge.header()));
    refused(withHeaderMember("\"cty\":\"x\""));
    refused(withHeaderMember("\"made-up\":{\"jwk\":1}"));
    refused(forge.withHeader(forge.header() + " "));
    refused(forge.withHeader(forge.header().replace("\"alg\"", "\"\\u0061lg\"")));
    refused(forge.withHeader(forge.header().replace(",", ", ")));
  }

  private VerifiedToken accepted(RawToken token) {
    TokenVerification verification = verifier.verify(token);
    assertThat(verification).isInstanceOf(VerifiedToken.class);
    return (VerifiedToken) verification;
  }

  private void refused(RawToken token) {
    assertThat(verifier.verify(token)).isEqualTo(new RejectedToken(Reason.INVALID));
  }

  private RawToken withHeaderMember(String member) {
    return forge.withHeader(forge.header().replace("}", "," + member + "}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
