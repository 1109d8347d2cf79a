package dev.cloakroom.token;

import static dev.cloakroom.token.TokenForge.NOW;
import static dev.cloakroom.token.TokenForge.SKEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What claims must say. Every token here is signed by our own key. */
class AccessTokenVerifierClaimsTest {
  private static final Duration TICK = Duration.ofMillis(1);

  private final TokenForge forge = new TokenForge();
  private final AccessTokenVerifier verifier = forge.verifier();

  @Test
  @Tag("J6")
  void verify_aroundTheExpiry_endsExactlyAtExpPlusSkew() {
    RawToken token = forge.withClaims(forge.claims());
    Instant end = NOW.plusSeconds(300).plus(SKEW);

    acceptedAt(end.minus(TICK), token);
    refusedAt(end, token, Reason.EXPIRED);
    refusedAt(end.plus(TICK), token, Reason.EXPIRED);
    refusedAt(NOW.plusSeconds(100_000_000), token, Reason.EXPIRED);
  }

  @Test
  @Tag("J6")
  void verify_aroundNotBefore_beginsExactlyAtNbfLessSkew() {
    RawToken token = forge.withClaims(forge.claimsPlus("\"nbf\":" + (NOW.getEpochSecond() + 200)));
    Instant begin = NOW.plusSeconds(200).minus(SKEW);

    refusedAt(begin.minus(TICK), token, Reason.NOT_YET_VALID);
    acceptedAt(begin, token);
  }

  @Test
  @Tag("J6")
  void verify_issuedInTheFuture_isNotYetValid() {
    RawToken token = forge.withClaims(forge.claims());

    refusedAt(NOW.minus(SKEW).minus(TICK), token, Reason.NOT_YET_VALID);
    acceptedAt(NOW.minus(SKEW), token);
  }

  @Test
  @Tag("J6")
  void verify_expiredButOtherwiseNotOurs_isInvalid() {
    Instant late = NOW.plusSeconds(1000);

    refusedAt(late, forge.withClaims(forge.claims()), Reason.EXPIRED);
    refusedAt(late, forge.withClaims(forge.claimsWith("iss", "\"other\"")), Reason.INVALID);
    refusedAt(late, forge.withClaims(forge.claimsWith("aud", "\"other\"")), Reason.INVALID);
    refusedAt(late, forge.withClaims(forge.claimsWith("sid", "1")), Reason.INVALID);
  }

  @ParameterizedTest
  @Tag("J7")
  @ValueSource(
      strings = {
        "\"https://shop.test/\"",
        "\"HTTPS://shop.test\"",
        "\"https://shop.test.evil\"",
        "\"\"",
        "null",
        "[\"https://shop.test\"]",
        "1"
      })
  void verify_issuerNotExactlyOurs_isRefused(String issuer) {
    refused(forge.withClaims(forge.claimsWith("iss", issuer)));
  }

  @ParameterizedTest
  @Tag("J8")
  @ValueSource(strings = {"\"shop\"", "[\"shop\"]", "[\"other\",\"shop\"]"})
  void verify_audienceWithUs_isAccepted(String audience) {
    accepted(forge.withClaims(forge.claimsWith("aud", audience)));
  }

  @ParameterizedTest
  @Tag("J8")
  @ValueSource(
      strings = {
        "\"other\"",
        "\"Shop\"",
        "\"shop \"",
        "[]",
        "[\"other\"]",
        "null",
        "\"\"",
        "[\"shop\",1]",
        "[[\"shop\"]]",
        "{\"shop\":1}"
      })
  void verify_audienceWithoutUs_isRefused(String audience) {
    refused(forge.withClaims(forge.claimsWith("aud", audience)));
  }

  @ParameterizedTest
  @Tag("J11")
  @Tag("J12")
  @ValueSource(
      strings = {"iss", "sub", "aud", "exp", "iat", "jti", "client_id", "sid", "auth_time"})
  void verify_requiredClaimMissing_isRefused(String name) {
    refused(forge.withClaims(forge.claimsWithout(name)));
    refused(forge.withClaims(forge.claimsWith(name, "null")));
    refused(forge.withClaims(forge.claimsWith(name, "{}")));
    refused(forge.withClaims(forge.claimsWith(name, "true")));
  }

  @ParameterizedTest
  @Tag("J12")
  @ValueSource(strings = {"groups", "amr"})
  void verify_optionalClaimMissing_isAccepted(String name) {
    accepted(forge.withClaims(forge.claimsWithout(name)));
  }

  @ParameterizedTest
  @Tag("J12")
  @CsvSource(
      delimiter = '|',
      value = {
        "sub|\"\"",
        "sub|7",
        "jti|7",
        "exp|\"1772366700\"",
        "exp|-1",
        "exp|253402300800",
        "exp|9e99",
        "exp|99999999999999999999",
        "iat|[1]",
        "groups|\"admin\"",
        "groups|[1]",
        "groups|[\"\"]",
        "groups|null",
        "groups|{\"admin\":true}",
        "amr|\"pwd\""
      })
  void verify_claimOfAnotherType_isRefused(String name, String value) {
    refused(forge.withClaims(forge.claimsWith(name, value)));
  }

  @Test
  @Tag("J12")
  void verify_upnOfAnotherType_isRefused() {
    refused(forge.withClaims(forge.claimsPlus("\"upn\":7")));
    refused(forge.withClaims(forge.claimsPlus("\"nbf\":\"7\"")));
    assertThat(accepted(forge.withClaims(forge.claimsPlus("\"upn\":\"Alice\""))).callerName())
        .isEqualTo("Alice");
    assertThat(accepted(forge.withClaims(forge.claims())).callerName()).isEqualTo("alice");
  }

  @Test
  @Tag("J6")
  void verify_dateWithAFraction_isReadAsItsSecond() {
    String later = (NOW.getEpochSecond() + 300) + ".9";

    assertThat(accepted(forge.withClaims(forge.claimsWith("exp", later))).expiresAt())
        .isEqualTo(NOW.plusSeconds(300));
  }

  @Test
  void verify_furtherClaims_areKeptAsTheyAre() {
    VerifiedToken token =
        accepted(forge.withClaims(forge.claimsPlus("\"x\":{\"y\":[1,null,\"z\"]}")));

    assertThat(token.claims().get("x")).isEqualTo(Map.of("y", List.of(1L, JsonNull.NULL, "z")));
  }

  private VerifiedToken accepted(RawToken token) {
    TokenVerification verification = verifier.verify(token);
    assertThat(verification).isInstanceOf(VerifiedToken.class);
    return (VerifiedToken) verification;
  }

  private void refused(RawToken token) {
    assertThat(verifier.verify(token)).isEqualTo(new RejectedToken(Reason.INVALID));
  }

  private void acceptedAt(Instant now, RawToken token) {
    assertThat(forge.verifierAt(now).verify(token)).isInstanceOf(VerifiedToken.class);
  }

  private void refusedAt(Instant now, RawToken token, Reason reason) {
    assertThat(forge.verifierAt(now).verify(token)).isEqualTo(new RejectedToken(reason));
  }
}
