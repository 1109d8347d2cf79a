package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.crypto.impl.ECDSA;
import dev.cloakroom.crypto.Base64Url;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The signature algorithms of <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3">RFC 7518
 * §3</a> and <a href="https://www.rfc-editor.org/rfc/rfc8037#section-3.1">RFC 8037 §3.1</a>: each
 * as it is written there, and in no other form.
 */
class RFC7518Section3Test {
  private final Partner partner = new Partner();

  private ForeignTokens takers(PartnerKey key) {
    return partner.tokens(PartnerKey.jwks(key.jwk()), "algorithms", key.algorithm());
  }

  private static byte[] signatureOf(String token) {
    return Base64Url.decode(token.substring(token.lastIndexOf('.') + 1)).orElseThrow();
  }

  private static String with(String token, byte[] signature) {
    return token.substring(0, token.lastIndexOf('.') + 1) + Base64Url.encode(signature);
  }

  /** §3.1 and RFC 8037 §3.1: all of these, under their names. */
  @ParameterizedTest
  @Tag("J2")
  @ValueSource(
      strings = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
        "Ed25519"
      })
  void section3_1_algorithms(String algorithm) {
    PartnerKey key = PartnerKey.of("k1", algorithm);

    accepted(takers(key).lookUp(key.sign(partner.claims())));
    refused(takers(key).lookUp(PartnerKey.of("k2", algorithm).sign(partner.claims())));
  }

  /** §3.2: what is keyed with a secret comes from nobody else, since both sides know it. */
  @ParameterizedTest
  @Tag("J2")
  @ValueSource(strings = {"HS256", "HS384", "HS512", "none"})
  void section3_2_symmetricAlgorithmsAreNone(String algorithm) {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> partner.tokensOfItsKey("algorithms", algorithm));
  }

  /** §3.3 and §3.5: a key of 2048 bits or more. */
  @ParameterizedTest
  @Tag("J26")
  @ValueSource(strings = {"RS256", "PS256"})
  void section3_3_sizeOfRsaKeys(String algorithm) {
    PartnerKey weak = PartnerKey.rsa("k1", algorithm, 1024);

    assertThatExceptionOfType(UnusableIssuerException.class).isThrownBy(() -> takers(weak));
    PartnerKey strong = PartnerKey.of("k1", algorithm);
    accepted(takers(strong).lookUp(strong.sign(partner.claims())));
  }

  /** §3.4: two numbers, as long as the curve's, one after the other; nothing else. */
  @ParameterizedTest
  @Tag("J1")
  @CsvSource({"ES256, 64", "ES384, 96", "ES512, 132"})
  void section3_4_ecdsaIsTwoNumbersOfFixedLength(String algorithm, int length) throws Exception {
    PartnerKey key = PartnerKey.of("k1", algorithm);
    String token = key.sign(partner.claims());
    byte[] signature = signatureOf(token);
    ForeignTokens tokens = takers(key);

    accepted(tokens.lookUp(with(token, Arrays.copyOf(signature, length))));
    refused(tokens.lookUp(with(token, ECDSA.transcodeSignatureToDER(signature))));
    refused(tokens.lookUp(with(token, Arrays.copyOf(signature, length + 2))));
    refused(tokens.lookUp(with(token, Arrays.copyOf(signature, length - 2))));
    refused(tokens.lookUp(with(token, new byte[length])));
  }

  /** §3.4: each algorithm has one curve. */
  @Test
  @Tag("J3")
  void section3_4_oneCurveForEach() {
    PartnerKey small = PartnerKey.of("k1", "ES256");

    assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(() -> takers(small.as("ES384")));
    accepted(takers(small).lookUp(small.sign(partner.claims())));
  }

  /** §3.5: PSS and PKCS #1 are two algorithms; a key is for one of them. */
  @Test
  @Tag("J3")
  void section3_5_pssIsNotPkcs1() {
    PartnerKey key = PartnerKey.of("k1", "PS256");

    accepted(takers(key).lookUp(key.sign(partner.claims())));
    String header = key.header();
    refused(takers(key).lookUp(key.as("RS256").sign(header, partner.claims())));
  }
}
