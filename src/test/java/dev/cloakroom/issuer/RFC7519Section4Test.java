package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The claims that <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4">RFC 7519 §4</a>
 * registers, in their order: what each keeps out, and beside it what must come in.
 */
class RFC7519Section4Test {
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final Partner partner = new Partner();
  private final ForeignTokens tokens = partner.tokensOfItsKey();
  private final long now = partner.clock().instant().getEpochSecond();

  private Outcome with(String claim, Object value) {
    return tokens.lookUp(KEY.sign(partner.claimsWith(claim, value.toString())));
  }

  private Outcome plus(String claim, Object value) {
    return tokens.lookUp(KEY.sign(partner.claimsPlus('"' + claim + "\":" + value)));
  }

  /** §4: no name twice, and what is not understood is ignored. */
  @Test
  @Tag("J14")
  void section4_namesAreUnique() {
    refused(plus("sub", "\"f81d4fae\""));
    refused(plus("s\\u0075b", "\"other\""));
    accepted(plus("https://else.test/x", "{\"sub\":\"other\"}"));
  }

  /** §4.1.1: one string, which is the issuer's. */
  @Test
  @Tag("J7")
  void section4_1_1_issuer() {
    refused(with("iss", "\"https://other.test\""));
    refused(with("iss", "[\"" + Partner.ISSUER + "\"]"));
    accepted(with("iss", '"' + Partner.ISSUER + '"'));
  }

  /** §4.1.2: one string. */
  @Test
  @Tag("J19")
  void section4_1_2_subject() {
    refused(with("sub", "1"));
    refused(with("sub", "\"\""));
    refused(with("sub", "[\"f81d4fae\"]"));
    assertThat(accepted(with("sub", "\"Ω\"")).subject()).isEqualTo("Ω");
  }

  /** §4.1.3: us, alone or among others. */
  @Test
  @Tag("J8")
  void section4_1_3_audience() {
    refused(with("aud", "\"other\""));
    refused(with("aud", "[]"));
    refused(with("aud", "{\"shop\":true}"));
    accepted(with("aud", "\"shop\""));
    accepted(with("aud", "[\"other\",\"shop\"]"));
  }

  /** §4.1.4: before it, but for a little leeway; fractions are allowed (§2). */
  @Test
  @Tag("J6")
  void section4_1_4_expirationTime() {
    String text = KEY.sign(partner.claimsWith("exp", now + 10 + ".5"));

    accepted(tokens.lookUp(text));
    partner.clock().advance(Duration.ofSeconds(9).plus(SKEW));
    accepted(tokens.lookUp(text));
    partner.clock().advance(Duration.ofSeconds(1));
    assertThat(tokens.lookUp(text)).isEqualTo(new Refused(Reason.EXPIRED));
  }

  /** §4.1.5: not before it, but for a little leeway. */
  @Test
  @Tag("J6")
  void section4_1_5_notBefore() {
    long moment = now + 120;
    String text = KEY.sign(partner.claimsPlus("\"nbf\":" + moment));

    assertThat(tokens.lookUp(text)).isEqualTo(new Refused(Reason.NOT_YET_VALID));
    partner.clock().advance(Duration.ofMinutes(2).minus(SKEW));
    accepted(tokens.lookUp(text));
    refused(plus("nbf", "\"" + now + "\""));
  }

  /** §4.1.6: a date. */
  @Test
  @Tag("J6")
  void section4_1_6_issuedAt() {
    refused(with("iat", "\"" + now + "\""));
    refused(with("iat", "true"));
    accepted(with("iat", now - 10));
    accepted(with("iat", (now - 10) + ".25"));
  }

  /** §4.1.7: one string, by which the token can be ended alone. */
  @Test
  void section4_1_7_id() {
    refused(with("jti", "1"));
    assertThat(accepted(with("jti", "\"a case-Sensitive string\"")).jti())
        .isEqualTo("a case-Sensitive string");
  }
}
