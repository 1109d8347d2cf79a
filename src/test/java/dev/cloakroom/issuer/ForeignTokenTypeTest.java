package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kind of token the header of one says it is; each is signed by a key of its issuer. */
class ForeignTokenTypeTest {
  private final Partner partner = new Partner();
  private final ForeignTokens tokens = partner.tokensOfItsKey();

  private Outcome withHeader(String header) {
    return tokens.lookUp(KEY.sign(header, partner.claims()));
  }

  /** What holds another token, or is encrypted, is none that we read. */
  @ParameterizedTest
  @Tag("J10")
  @ValueSource(strings = {"\"cty\":\"JWT\"", "\"cty\":\"jwt\"", "\"enc\":\"A256GCM\""})
  void lookUp_headerOfAnotherForm_isRefused(String member) {
    refused(withHeader(KEY.header().replaceFirst("}$", "," + member + "}")));
    accepted(withHeader(KEY.header().replaceFirst("}$", ",\"cty\":\"text/plain\"}")));
  }

  @ParameterizedTest
  @Tag("J10")
  @ValueSource(strings = {"JWT", "jwt", "at+jwt", "application/at+jwt", "AT+JWT"})
  void lookUp_accessTokensType_isAccepted(String type) {
    accepted(withHeader(KEY.header().replace("JWT", type)));
  }

  @ParameterizedTest
  @Tag("J10")
  @ValueSource(
      strings = {
        "logout+jwt",
        "sid+jwt",
        "dpop+jwt",
        "secevent+jwt",
        "none",
        "",
        "JWT ",
        "text/jwt"
      })
  void lookUp_anotherType_isRefused(String type) {
    refused(withHeader(KEY.header().replace("JWT", type)));
  }

  @Test
  @Tag("J10")
  void lookUp_noType_isForWhomItIsAllowed() {
    String untyped = KEY.header().replace(",\"typ\":\"JWT\"", "");

    refused(withHeader(untyped));
    accepted(
        partner.tokensOfItsKey("typ", "none, at+jwt").lookUp(KEY.sign(untyped, partner.claims())));
  }

  @Test
  @Tag("J10")
  void lookUp_strictType_excludesOthers() {
    ForeignTokens strict = partner.tokensOfItsKey("typ", "at+jwt");

    refused(strict.lookUp(KEY.sign(partner.claims())));
    accepted(strict.lookUp(KEY.sign(KEY.header().replace("JWT", "at+jwt"), partner.claims())));
  }
}
