package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose tokens are taken, and what they come to. */
class ForeignTokensTest {
  private final Partner partner = new Partner();
  private final ForeignTokens tokens = partner.tokensOfItsKey();

  @Test
  @Tag("J19")
  void lookUp_genuineToken_isItsCaller() {
    String text = KEY.sign(partner.claims());

    ForeignToken token = accepted(tokens.lookUp(text));

    assertThat(token.profile()).isEqualTo(new ForeignProfile("partner", Partner.ISSUER));
    assertThat(token.issuer()).isEqualTo(Partner.ISSUER);
    assertThat(token.subject()).isEqualTo("f81d4fae");
    assertThat(token.callerName()).isEqualTo("partner:f81d4fae");
    assertThat(token.groups()).containsExactly("user", "staff");
    assertThat(token.claims()).containsEntry("preferred_username", "alice");
    assertThat(token.issuedAt()).isEqualTo(partner.clock().instant());
    assertThat(token.expiresAt()).isEqualTo(partner.clock().instant().plusSeconds(300));
    assertThat(token.jti()).isEqualTo("t1");
    assertThat(token.sid()).isEqualTo("s1");
    assertThat(token.raw().text()).isEqualTo(text);
    assertThat(token.toString()).doesNotContain(text);
  }

  @ParameterizedTest
  @Tag("J2")
  @ValueSource(
      strings = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
        "Ed25519"
      })
  void lookUp_eachAlgorithm_isVerifiedAndAForgeryIsNot(String algorithm) {
    PartnerKey key = PartnerKey.of("k1", algorithm);
    ForeignTokens ofIt = partner.tokens(PartnerKey.jwks(key.jwk()), "algorithms", algorithm);
    String genuine = key.sign(partner.claims());

    accepted(ofIt.lookUp(genuine));
    refused(ofIt.lookUp(PartnerKey.of("stranger", algorithm).sign(key.header(), partner.claims())));
    refused(ofIt.lookUp(withOtherClaims(genuine, key.sign(partner.claimsPlus("\"admin\":true")))));
  }

  /** The signature of one token under the claims of another. */
  private static String withOtherClaims(String genuine, String other) {
    return other.substring(0, other.lastIndexOf('.')) + genuine.substring(genuine.lastIndexOf('.'));
  }

  @Test
  void find_tokenOfTheIssuer_isForItToJudgeWhoeverSignedIt() {
    String forged = PartnerKey.of("stranger", "RS256").sign(KEY.header(), partner.claims());

    refused(tokens.find(forged).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a.b.c",
        "e30.e30.e30",
        "e30.e30.",
        "e30..e30",
        "é.é.é",
        "="
      })
  void find_rubbish_isNobodys(String rubbish) {
    assertThat(tokens.find(rubbish)).isEmpty();
    refused(tokens.lookUp(rubbish));
  }

  @Test
  @Tag("J7")
  void lookUp_anotherIssuerThatHasTheSameKey_isRefused() {
    for (String issuer :
        List.of("https://partner.test/realms/one/", "https://PARTNER.test/realms/one", "")) {
      String text = KEY.sign(partner.claimsWith("iss", '"' + issuer + '"'));

      assertThat(tokens.find(text)).isEmpty();
      refused(tokens.lookUp(text));
    }
    refused(tokens.lookUp(KEY.sign(partner.claimsWithout("iss"))));
  }

  @Test
  void lookUp_again_isRememberedUntilItsTimeIsOver() {
    String text = KEY.sign(partner.claims());
    ForeignToken first = accepted(tokens.lookUp(text));

    assertThat(tokens.lookUp(text)).isSameAs(first);
    assertThat(tokens.size()).isEqualTo(1);
    partner.clock().advance(Duration.ofSeconds(300 + 59));
    assertThat(tokens.lookUp(text)).isSameAs(first);
    partner.clock().advance(Duration.ofSeconds(1));
    assertThat(tokens.lookUp(text)).isEqualTo(new Refused(Reason.EXPIRED));
  }

  @Test
  void lookUp_forgedTokens_areNotRemembered() {
    PartnerKey stranger = PartnerKey.of("stranger", "RS256");
    for (int i = 0; i < 20; i++) {
      refused(tokens.lookUp(stranger.sign(KEY.header(), partner.claimsPlus("\"n\":" + i))));
    }

    assertThat(tokens.size()).isZero();
  }

  @Test
  void lookUp_moreTokensThanThereIsRoomFor_areStillTaken() {
    for (int i = 0; i < 200; i++) {
      accepted(tokens.lookUp(KEY.sign(partner.claimsPlus("\"n\":" + i))));
    }

    assertThat(tokens.size()).isBetween(1L, 199L);
  }

  @Test
  void open_withoutIssuers_takesNothing() {
    ForeignTokens none =
        ForeignTokens.open(List.of(), getClass().getClassLoader(), partner.clock(), 1_000_000);

    assertThat(none.isEmpty()).isTrue();
    assertThat(tokens.isEmpty()).isFalse();
    assertThat(none.find(KEY.sign(partner.claims()))).isEmpty();
    refused(none.lookUp(KEY.sign(partner.claims())));
  }

  @Test
  void lookUp_keyAsPem_isVerified() {
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + java.util.Base64.getMimeEncoder().encodeToString(KEY.pair().getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";

    accepted(partner.tokens(pem).lookUp(KEY.sign(partner.claims())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"keys\":[]}",
        "{\"keys\":3}",
        "{",
        "classpath:nowhere.json",
        "/no/such/file"
      })
  void open_unusableKeys_stopsTheStart(String keys) {
    Map<String, String> settings = Partner.settings("public-key", keys);

    assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(() -> partner.open(settings))
        .withMessageContaining("cloakroom.issuers.partner.public-key");
  }
}
