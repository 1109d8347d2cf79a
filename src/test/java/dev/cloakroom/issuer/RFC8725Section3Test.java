package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.crypto.Base64Url;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The best practices of <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3">RFC 8725 §3</a>,
 * in their order: what each keeps out, and beside it what must come in.
 */
class RFC8725Section3Test {
  private final Partner partner = new Partner();
  private final ForeignTokens tokens = partner.tokensOfItsKey();

  private static PartnerKey ec(String kid) {
    return PartnerKey.of(kid, "ES256");
  }

  /** §3.1: only the algorithms that the application names, each key for exactly one. */
  @Test
  @Tag("J2")
  @Tag("J3")
  void section3_1_algorithmVerification() {
    PartnerKey key = ec("e1");
    String token = key.sign(partner.claims());
    String jwks = PartnerKey.jwks(key.jwk());

    accepted(partner.tokens(jwks, "algorithms", "ES256").lookUp(token));
    refused(partner.tokens(jwks, "algorithms", "ES256").lookUp(KEY.sign(partner.claims())));
    refused(partner.tokens(PartnerKey.jwks(KEY.jwk()), "algorithms", "RS256").lookUp(token));
  }

  /** §3.2: nothing unsecured. */
  @Test
  @Tag("J2")
  void section3_2_appropriateAlgorithms() {
    String token = KEY.sign(partner.claims());
    String[] parts = token.split("\\.", -1);
    String none = Base64Url.encode("{\"alg\":\"none\"}".getBytes(UTF_8));

    accepted(tokens.lookUp(token));
    refused(tokens.lookUp(none + "." + parts[1] + "."));
    refused(tokens.lookUp(parts[0] + "." + parts[1] + "."));
  }

  /** §3.3: each signature counts, and nothing is read that was not signed. */
  @Test
  @Tag("J1")
  void section3_3_validateAllCryptographicOperations() {
    String token = KEY.sign(partner.claims());
    byte[] signature = Base64Url.decode(token.substring(token.lastIndexOf('.') + 1)).orElseThrow();
    signature[0] ^= 1;
    String start = token.substring(0, token.lastIndexOf('.') + 1);

    accepted(tokens.lookUp(token));
    refused(tokens.lookUp(start + Base64Url.encode(signature)));
    refused(tokens.lookUp(start + Base64Url.encode(Arrays.copyOf(signature, 255))));
  }

  /** §3.4: a point beside the curve is no key, and zero no signature (CVE-2022-21449). */
  @Test
  @Tag("J1")
  void section3_4_validateCryptographicInputs() {
    PartnerKey key = ec("e1");
    ForeignTokens ofIt = partner.tokens(PartnerKey.jwks(key.jwk()));
    String token = key.sign(partner.claims());

    accepted(ofIt.lookUp(token));
    refused(
        ofIt.lookUp(
            token.substring(0, token.lastIndexOf('.') + 1) + Base64Url.encode(new byte[64])));
    String y = ec("e2").bareJwk().replaceFirst(".*\"y\":\"([^\"]+)\".*", "$1");
    String beside = key.jwk().replaceFirst("\"y\":\"[^\"]+\"", "\"y\":\"" + y + "\"");
    assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(() -> partner.tokens(beside));
  }

  /** §3.6 and §3.15: a token is not encrypted, and nothing is inflated. */
  @Test
  @Tag("J17")
  void section3_6_noCompressionAndNoEncryption() {
    String token = KEY.sign(partner.claims());

    accepted(tokens.lookUp(token));
    refused(tokens.lookUp(token + ".AA.AA"));
    refused(tokens.lookUp("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.AA.AA.AA.AA"));
  }

  /** §3.7: UTF-8 and nothing else. */
  @Test
  @Tag("J16")
  void section3_7_useUtf8() {
    String input = Base64Url.encode(KEY.header().getBytes(UTF_8)) + ".";
    byte[] claims = partner.claims().getBytes(UTF_8);
    claims[claims.length - 4] = (byte) 0xff;

    assertThat(tokens.find(input + Base64Url.encode(claims) + ".AAAA")).isEmpty();
    assertThat(tokens.find(KEY.sign(partner.claims()))).isPresent();
  }

  /** §3.8: the keys of one issuer are good for that issuer only. */
  @Test
  @Tag("J7")
  @Tag("J19")
  void section3_8_validateIssuerAndSubject() {
    refused(tokens.lookUp(KEY.sign(partner.claimsWith("iss", "\"https://other.test\""))));
    refused(tokens.lookUp(KEY.sign(partner.claimsWithout("sub"))));
    accepted(tokens.lookUp(KEY.sign(partner.claims())));
  }

  /** §3.9: a token that does not say for whom it is is for nobody. */
  @Test
  @Tag("J8")
  void section3_9_useAndValidateAudience() {
    refused(tokens.lookUp(KEY.sign(partner.claimsWith("aud", "\"other\""))));
    refused(tokens.lookUp(KEY.sign(partner.claimsWithout("aud"))));
    accepted(tokens.lookUp(KEY.sign(partner.claimsWith("aud", "\"shop\""))));
  }

  /** §3.10: what the token says about keys is a name to look for among those that are there. */
  @Test
  @Tag("J4")
  @Tag("J5")
  void section3_10_doNotTrustReceivedClaims() {
    PartnerKey attacker = ec("k1");
    String header = attacker.header().replaceFirst("}$", ",\"jwk\":" + attacker.bareJwk() + "}");

    refused(tokens.lookUp(attacker.sign(header, partner.claims())));
    accepted(tokens.lookUp(KEY.sign(partner.claims())));
  }

  /** §3.11 and §3.12: one kind of token is never taken for another. */
  @Test
  @Tag("J10")
  void section3_11_useExplicitTypingAndExclusiveRules() {
    ForeignTokens strict = partner.tokensOfItsKey("typ", "at+jwt");
    String accessToken = KEY.header().replace("\"JWT\"", "\"at+jwt\"");

    accepted(strict.lookUp(KEY.sign(accessToken, partner.claims())));
    refused(strict.lookUp(KEY.sign(KEY.header(), partner.claims())));
    refused(tokens.lookUp(KEY.sign(partner.claimsPlus("\"at_hash\":\"x\""))));
  }
}
