package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the claims of a token must say that its issuer signed. */
class ForeignTokenClaimsTest {
  private final Partner partner = new Partner();
  private final ForeignTokens tokens = partner.tokensOfItsKey();

  private Outcome withClaims(String claims) {
    return tokens.lookUp(KEY.sign(claims));
  }

  private String seconds(Duration fromNow) {
    return Long.toString(partner.clock().instant().plus(fromNow).getEpochSecond());
  }

  @ParameterizedTest
  @Tag("J8")
  @ValueSource(strings = {"\"shop\"", "[\"shop\"]", "[\"other\",\"shop\"]"})
  void lookUp_tokenForUs_isAccepted(String audience) {
    accepted(withClaims(partner.claimsWith("aud", audience)));
  }

  @ParameterizedTest
  @Tag("J8")
  @ValueSource(
      strings = {
        "\"other\"",
        "\"Shop\"",
        "\"shop2\"",
        "\"*\"",
        "[]",
        "[\"other\"]",
        "[1]",
        "null",
        "{}"
      })
  void lookUp_tokenForOthers_isRefused(String audience) {
    refused(withClaims(partner.claimsWith("aud", audience)));
  }

  @Test
  @Tag("J8")
  void lookUp_tokenForNobody_isForWhomThatIsAllowed() {
    String claims = partner.claimsWithout("aud");

    refused(withClaims(claims));
    accepted(partner.tokensOfItsKey("audience", "*").lookUp(KEY.sign(claims)));
  }

  @Test
  @Tag("J8")
  void lookUp_oneOfSeveralAudiences_isAccepted() {
    ForeignTokens several = partner.tokensOfItsKey("audience", "web, account");

    accepted(several.lookUp(KEY.sign(partner.claims())));
    refused(several.lookUp(KEY.sign(partner.claimsWith("aud", "\"shop\""))));
  }

  @ParameterizedTest
  @Tag("J12")
  @ValueSource(strings = {"iss", "sub", "exp", "iat"})
  void lookUp_claimThatMustBeThere_isRefusedWithout(String name) {
    refused(withClaims(partner.claimsWithout(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jti", "sid", "groups"})
  void lookUp_claimThatMayBeMissing_isAcceptedWithout(String name) {
    accepted(withClaims(partner.claimsWithout(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "exp", "iat", "jti", "sid", "groups", "iss"})
  void lookUp_claimOfAnotherType_isRefused(String name) {
    refused(withClaims(partner.claimsWith(name, "{}")));
    refused(withClaims(partner.claimsWith(name, "[[]]")));
    refused(withClaims(partner.claimsWith(name, "true")));
  }

  @ParameterizedTest
  @Tag("J14")
  @ValueSource(
      strings = {"\"sub\":\"admin\"", "\"x\":{\"a\":1,\"a\":2}", "\"s\\u0075b\":\"admin\""})
  void lookUp_repeatedName_isRefused(String member) {
    refused(withClaims(partner.claimsPlus(member)));
  }

  /** Good claims of an hour ago, until a moment that is so far from now. */
  private String ending(Duration fromNow) {
    return partner
        .claimsWith("exp", seconds(fromNow))
        .replaceFirst("\"iat\":[0-9]+", "\"iat\":" + seconds(Duration.ofHours(-1)));
  }

  @Test
  @Tag("J6")
  void lookUp_atItsEndAndTheSkew_isExpired() {
    assertThat(withClaims(ending(Duration.ofMinutes(-1)))).isEqualTo(new Refused(Reason.EXPIRED));
    accepted(withClaims(ending(Duration.ofSeconds(-59))));
  }

  /** Within the skew of both, so that nothing else refuses it. */
  @Test
  @Tag("J6")
  void lookUp_endBeforeItsBeginning_isRefused() {
    String now = seconds(Duration.ZERO);

    refused(withClaims(partner.claimsWith("exp", seconds(Duration.ofSeconds(-1)))));
    accepted(withClaims(partner.claimsWith("exp", now)));
  }

  @ParameterizedTest
  @Tag("J6")
  @ValueSource(strings = {"nbf", "iat"})
  void lookUp_beforeItsTimeAndTheSkew_isNotYetValid(String name) {
    String rest = name.equals("iat") ? partner.claimsWithout("iat") : partner.claims();

    assertThat(withClaims(plus(rest, name, Duration.ofSeconds(61))))
        .isEqualTo(new Refused(Reason.NOT_YET_VALID));
    accepted(withClaims(plus(rest, name, Duration.ofMinutes(1))));
  }

  private String plus(String claims, String name, Duration fromNow) {
    return claims.replaceFirst("}$", ",\"%s\":%s}".formatted(name, seconds(fromNow)));
  }

  @Test
  @Tag("J6")
  void lookUp_clockSkew_isTheConfiguredOne() {
    String claims = ending(Duration.ofSeconds(-1));

    accepted(withClaims(claims));
    assertThat(partner.tokensOfItsKey("clock-skew", "PT0S").lookUp(KEY.sign(claims)))
        .isEqualTo(new Refused(Reason.EXPIRED));
  }

  @Test
  @Tag("J6")
  void lookUp_tokenOlderThanAllowed_isExpired() {
    ForeignTokens young = partner.tokensOfItsKey("max-token-age", "PT2M");
    String text = KEY.sign(partner.claims());
    accepted(young.lookUp(text));

    partner.clock().advance(Duration.ofSeconds(179));
    accepted(young.lookUp(text));
    partner.clock().advance(Duration.ofSeconds(1));
    assertThat(young.lookUp(text)).isEqualTo(new Refused(Reason.EXPIRED));
    accepted(tokens.lookUp(text));
  }

  @ParameterizedTest
  @Tag("J6")
  @ValueSource(strings = {"-1", "1e30", "\"2000000000\"", "null", "253402300800"})
  void lookUp_timeThatIsNone_isRefused(String time) {
    refused(withClaims(partner.claimsWith("exp", time)));
  }

  @ParameterizedTest
  @Tag("J10")
  @ValueSource(
      strings = {
        "\"at_hash\":\"x\"",
        "\"c_hash\":\"x\"",
        "\"events\":{}",
        "\"typ\":\"ID\"",
        "\"typ\":\"Refresh\"",
        "\"typ\":\"Logout\""
      })
  void lookUp_otherKindOfToken_isRefused(String member) {
    refused(withClaims(partner.claimsPlus(member)));
  }

  @Test
  @Tag("J10")
  void lookUp_kindThatIsForBearers_isAccepted() {
    accepted(withClaims(partner.claimsPlus("\"typ\":\"Bearer\"")));
  }

  /** Who steals a token that is bound to a key shows it without the key. */
  @Test
  @Tag("J25")
  void lookUp_tokenBoundToAKey_isRefused() {
    refused(withClaims(partner.claimsPlus("\"cnf\":{\"jkt\":\"x\"}")));
    refused(withClaims(partner.claimsPlus("\"typ\":\"DPoP\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "jti", "sid"})
  void lookUp_idThatIsTooLong_isRefused(String name) {
    ForeignTokens named = partner.tokensOfItsKey("caller-claim", "preferred_username");

    refused(named.lookUp(KEY.sign(partner.claimsWith(name, '"' + "i".repeat(256) + '"'))));
    accepted(named.lookUp(KEY.sign(partner.claimsWith(name, '"' + "i".repeat(255) + '"'))));
  }

  @ParameterizedTest
  @Tag("J16")
  @ValueSource(strings = {"\\ud800", "\\udc00x"})
  void lookUp_halfOfACharacter_isRefused(String text) {
    refused(withClaims(partner.claimsWith("sub", '"' + text + '"')));
  }
}
