package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.Base64Url;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What <a href="https://www.rfc-editor.org/rfc/rfc7519#section-7">RFC 7519 §7</a> asks of whoever
 * validates a JWT and compares what is in it.
 */
class RFC7519Section7Test {
  private final Partner partner = new Partner();
  private final ForeignTokens tokens = partner.tokensOfItsKey();

  /** §7.2 steps 1 to 3: at least one period, and a header before the first one. */
  @Test
  void section7_2_step1_headerBeforeTheFirstPeriod() {
    assertThat(tokens.find("")).isEmpty();
    assertThat(tokens.find("opaque")).isEmpty();
    assertThat(tokens.find(".")).isEmpty();
    assertThat(tokens.find(KEY.sign(partner.claims()))).isPresent();
  }

  /** §7.2 step 4: a header is a JSON object. */
  @Test
  void section7_2_step4_headerIsAnObject() {
    refused(tokens.lookUp(KEY.sign("\"RS256\"", partner.claims())));
    refused(tokens.lookUp(KEY.sign("null", partner.claims())));
    accepted(tokens.lookUp(KEY.sign(KEY.header(), partner.claims())));
  }

  /** §7.2 step 6: a token of five parts is encrypted, and none that we can read. */
  @Test
  @Tag("J17")
  void section7_2_step6_signedOrEncrypted() {
    String header = "{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\"}";

    refused(tokens.lookUp(Base64Url.encode(header.getBytes(UTF_8)) + ".AA.AA.AA.AA"));
    accepted(tokens.lookUp(KEY.sign(partner.claims())));
  }

  /** §7.2 step 8 (and §5.2): a token inside of a token is for others. */
  @Test
  void section7_2_step8_nestedToken() {
    String nested = KEY.header().replaceFirst("}$", ",\"cty\":\"JWT\"}");

    refused(tokens.lookUp(KEY.sign(nested, KEY.sign(partner.claims()))));
    refused(tokens.lookUp(KEY.sign(nested, partner.claims())));
    accepted(tokens.lookUp(KEY.sign(partner.claims())));
  }

  /** §7.2 step 10: the claims are a JSON object in UTF-8. */
  @Test
  @Tag("J16")
  void section7_2_step10_claimsAreAnObject() {
    refused(tokens.lookUp(KEY.sign("[" + partner.claims() + "]")));
    refused(tokens.lookUp(KEY.sign(partner.claims() + ",")));
    refused(tokens.lookUp(KEY.sign("")));
    accepted(tokens.lookUp(KEY.sign(" " + partner.claims() + "\n")));
  }

  /** §7.3: compared without a change, case and all, whatever stands for the same character. */
  @Test
  @Tag("J7")
  void section7_3_stringComparison() {
    String escaped = "\"https:\\/\\/partner.test/realms/\\u006fne\"";

    accepted(tokens.lookUp(KEY.sign(partner.claimsWith("iss", escaped))));
    refused(tokens.lookUp(KEY.sign(partner.claims().replace("partner.test", "Partner.test"))));
    refused(tokens.lookUp(KEY.sign(partner.claims().replace("realms/one", "realms/one/"))));
    refused(tokens.lookUp(KEY.sign(partner.claimsWith("aud", "\"shop \""))));
    refused(tokens.lookUp(KEY.sign(KEY.header().replace("RS256", "rs256"), partner.claims())));
  }
}
