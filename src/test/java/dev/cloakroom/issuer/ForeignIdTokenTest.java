package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ID tokens as issuers really make them, for pages: no access to anything. */
@Tag("J10")
class ForeignIdTokenTest {
  private final Partner partner = new Partner();
  private final ForeignTokens tokens = partner.tokensOfItsKey();

  private Outcome withClaims(String... members) {
    return tokens.lookUp(KEY.sign(partner.claimsPlus(String.join(",", members))));
  }

  private Outcome asAccessToken(String... members) {
    return tokens.lookUp(
        KEY.sign(
            KEY.header().replace("\"JWT\"", "\"at+jwt\""),
            partner.claimsPlus(String.join(",", members))));
  }

  /** The code flow of Entra: no {@code at_hash}. */
  @Test
  void lookUp_idTokenOfEntra_isRefused() {
    String[] both = {
      "\"ver\":\"2.0\"", "\"tid\":\"t\"", "\"oid\":\"o\"", "\"uti\":\"u\"", "\"rh\":\"0.A\""
    };

    refused(withClaims(String.join(",", both), "\"name\":\"Alice\"", "\"nonce\":\"n-0S6\""));
    accepted(withClaims(String.join(",", both), "\"azp\":\"page\"", "\"scp\":\"read\""));
  }

  @Test
  void lookUp_idTokenOfAuth0_isRefused() {
    refused(withClaims("\"nickname\":\"alice\"", "\"nonce\":\"n-0S6\"", "\"auth_time\":1"));
    accepted(withClaims("\"azp\":\"page\"", "\"permissions\":[]"));
  }

  @Test
  void lookUp_idTokenOfCognito_isRefused() {
    refused(withClaims("\"cognito:username\":\"alice\"", "\"token_use\":\"id\""));
    refused(withClaims("\"token_use\":1"));
    accepted(withClaims("\"client_id\":\"page\"", "\"token_use\":\"access\""));
  }

  @Test
  void lookUp_idTokenOfKeycloak_isRefused() {
    refused(withClaims("\"azp\":\"page\"", "\"typ\":\"ID\""));
    accepted(withClaims("\"azp\":\"page\"", "\"typ\":\"Bearer\""));
  }

  /** Keycloak before 24 has it in access tokens, too; and who says so keeps to RFC 9068. */
  @Test
  void lookUp_nonceOfATokenThatSaysWhatItIs_isAccepted() {
    accepted(withClaims("\"nonce\":\"n-0S6\"", "\"typ\":\"Bearer\""));
    accepted(asAccessToken("\"nonce\":\"n-0S6\""));
    refused(withClaims("\"nonce\":\"n-0S6\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"bearer\"", "\"JWT\"", "\"at+jwt\"", "\"\"", "null", "1", "[\"Bearer\"]", "{}"})
  void lookUp_claimTypThatIsNotBearer_isRefused(String kind) {
    refused(withClaims("\"typ\":" + kind));
    refused(asAccessToken("\"typ\":" + kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at_hash", "c_hash", "s_hash", "events", "cnf"})
  void lookUp_whatNoAccessTokenHas_isRefusedWhateverItCallsItself(String name) {
    refused(asAccessToken('"' + name + "\":\"x\""));
    refused(withClaims('"' + name + "\":\"x\"", "\"typ\":\"Bearer\""));
    accepted(asAccessToken("\"x_" + name + "\":\"x\""));
  }
}
