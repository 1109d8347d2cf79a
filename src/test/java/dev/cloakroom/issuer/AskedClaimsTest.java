package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.token.RejectedToken.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an issuer must say of its token, as its tokens must that are verified. */
class AskedClaimsTest {
  private final AskedPartner answers = new AskedPartner();
  private final Partner partner = answers.partner;

  private Outcome find(String text) {
    return answers.find(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "exp", "iat", "aud"})
  @Tag("J8")
  void find_withoutAClaim_isRefusedWhereItIsNeeded(String name) {
    answers.active.put("opaque", partner.claimsWithout(name));

    if (name.equals("iss")) {
      accepted(find("opaque"));
    } else {
      refused(find("opaque"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iss \"https://other.test\"",
        "aud [\"another\"]",
        "exp \"soon\"",
        "iat -1",
        "sub 7",
        "sub \"\""
      })
  @Tag("J7")
  void find_claimThatIsWrong_isRefused(String claim) {
    String[] nameAndValue = claim.split(" ", 2);
    answers.active.put("opaque", partner.claimsWith(nameAndValue[0], nameAndValue[1]));
    answers.active.put("good", partner.claims());

    refused(find("opaque"));
    accepted(find("good"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"typ\":\"Refresh\"",
        "\"typ\":\"ID\"",
        "\"token_type\":\"DPoP\"",
        "\"token_type\":7",
        "\"token_use\":\"refresh\"",
        "\"token_use\":\"refresh_token\"",
        "\"cnf\":{\"jkt\":\"x\"}",
        "\"nonce\":\"n\"",
        "\"at_hash\":\"x\""
      })
  @Tag("J10")
  void find_otherThanABearersAccessToken_isRefused(String member) {
    answers.active.put("opaque", partner.claimsPlus(member));

    refused(find("opaque"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"typ\":\"Bearer\"",
        "\"token_type\":\"bearer\"",
        "\"token_use\":\"access_token\"",
        "\"token_type\":\"Bearer\",\"nonce\":\"n\""
      })
  void find_bearersAccessToken_isTaken(String member) {
    answers.active.put("opaque", partner.claimsPlus(member));

    accepted(find("opaque"));
  }

  @Test
  @Tag("J6")
  void find_notYetValid_isToldSo() {
    long from = partner.clock().instant().plusSeconds(120).getEpochSecond();
    answers.active.put("opaque", partner.claimsPlus("\"nbf\":" + from));

    assertThat(find("opaque")).isEqualTo(new Refused(Reason.NOT_YET_VALID));
  }

  @Test
  @Tag("J19")
  void find_callerWhomOnlyAnotherIssuerNames_isRefused() {
    AskedPartner sharing = new AskedPartner("callers", "shared");
    AskedTokens tokens = sharing.tokens();
    sharing.active.put("one", partner.claimsWith("sub", "\"directory:alice\""));
    sharing.active.put("other", partner.claimsWith("sub", "\"directory:alice\""));

    refused(tokens.find("one", sharing.issuer(), name -> name.startsWith("directory:")));
    accepted(tokens.find("other", sharing.issuer(), name -> false));
  }
}
