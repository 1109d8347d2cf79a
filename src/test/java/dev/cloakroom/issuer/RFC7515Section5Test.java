package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.crypto.Base64Url;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The steps of <a href="https://www.rfc-editor.org/rfc/rfc7515#section-5.2">RFC 7515 §5.2</a> by
 * which a signed token is validated, in their order: each is taken, beside a token that passes.
 */
class RFC7515Section5Test {
  private final Partner partner = new Partner();
  private final ForeignTokens tokens = partner.tokensOfItsKey();
  private final String genuine = KEY.sign(partner.claims());
  private final String header = part(0);
  private final String payload = part(1);
  private final String signature = part(2);

  private String part(int index) {
    return genuine.split("\\.", -1)[index];
  }

  private static String encoded(String text) {
    return Base64Url.encode(text.getBytes(UTF_8));
  }

  private void refusedIs(String first, String second, String third) {
    refused(tokens.lookUp(first + "." + second + "." + third));
  }

  @BeforeEach
  void genuineToken_isAccepted() {
    accepted(tokens.lookUp(genuine));
  }

  /** Step 1: exactly two periods between three parts. */
  @Test
  void step1_parseTheRepresentation() {
    refused(tokens.lookUp(header + "." + payload));
    refused(tokens.lookUp(genuine + "." + signature));
    refused(tokens.lookUp(header + ".." + signature));
    refused(tokens.lookUp("." + payload + "." + signature));
  }

  /** Step 2: no line breaks, white space or other additional characters in base64url. */
  @Test
  @Tag("J13")
  void step2_decodeTheHeader() {
    refusedIs(header + "=", payload, signature);
    refusedIs(header + "\n", payload, signature);
    refusedIs(" " + header, payload, signature);
    refusedIs(header.substring(0, 4) + "\r\n" + header.substring(4), payload, signature);
    refusedIs(header.replace('-', '+').replace('_', '/') + "+", payload, signature);
  }

  /** Step 3: UTF-8 of a completely valid JSON object. */
  @Test
  @Tag("J16")
  void step3_verifyThatTheHeaderIsJson() {
    String text = KEY.header();
    refused(tokens.lookUp(KEY.sign(text + "}", partner.claims())));
    refused(tokens.lookUp(KEY.sign(text.substring(1), partner.claims())));
    refused(tokens.lookUp(KEY.sign("[" + text + "]", partner.claims())));
    refused(tokens.lookUp(KEY.sign(text.replace('"', '\''), partner.claims())));
    refused(tokens.lookUp(KEY.sign("\ufeff" + text, partner.claims())));
    refusedIs(Base64Url.encode(text.getBytes(UTF_16BE)), payload, signature);
    accepted(tokens.lookUp(KEY.sign("\t" + text + "\r\n", partner.claims())));
  }

  /** Step 4 (and §4): no parameter twice. */
  @Test
  @Tag("J14")
  void step4_noParameterTwice() {
    String twice = KEY.header().replaceFirst("}$", ",\"typ\":\"JWT\"}");

    refused(tokens.lookUp(KEY.sign(twice, partner.claims())));
  }

  /** Step 5: whatever is critical is understood; a list of nothing is not allowed (§4.1.11). */
  @Test
  @Tag("J15")
  void step5_understandWhatIsCritical() {
    for (String crit : new String[] {"[\"x\"]", "[]", "[\"alg\"]", "[\"exp\"]", "\"x\""}) {
      String critical = KEY.header().replaceFirst("}$", ",\"x\":1,\"crit\":" + crit + "}");
      refused(tokens.lookUp(KEY.sign(critical, partner.claims())));
    }
    String notCritical = KEY.header().replaceFirst("}$", ",\"x\":1}");
    accepted(tokens.lookUp(KEY.sign(notCritical, partner.claims())));
  }

  /** Step 6: the payload, in the same base64url. */
  @Test
  @Tag("J13")
  void step6_decodeThePayload() {
    refusedIs(header, payload + "=", signature);
    refusedIs(header, payload + " ", signature);
    refusedIs(header, "*" + payload, signature);
  }

  /** Step 7: the signature, in the same base64url. */
  @Test
  @Tag("J13")
  void step7_decodeTheSignature() {
    refusedIs(header, payload, signature + "=");
    refusedIs(header, payload, signature + "\0");
    refusedIs(header, payload, signature.substring(1));
    refusedIs(header, payload, "");
  }

  /** Step 8: over the very characters that came, by the algorithm that is named. */
  @Test
  @Tag("J1")
  @Tag("J2")
  void step8_validateTheSignature() {
    refusedIs(encoded(" " + KEY.header()), payload, signature);
    refusedIs(header, encoded(partner.claims() + " "), signature);
    refusedIs(encoded(KEY.header().replace("RS256", "PS256")), payload, signature);
    refusedIs(encoded(KEY.header().replace("\"RS256\"", "null")), payload, signature);
    refusedIs(encoded(KEY.header().replace("\"alg\":\"RS256\",", "")), payload, signature);
  }
}
