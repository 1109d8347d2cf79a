package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.CallerValidator;
import dev.cloakroom.identitystore.ForeignAccessTokens;
import dev.cloakroom.identitystore.ForeignCallers;
import dev.cloakroom.servlet.ShownLogins;
import dev.cloakroom.session.TokenRevocations;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.TokenCache;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many signatures are verified for which tokens. */
class TokenCostTest {
  private static final PartnerKey SIGNER = PartnerKey.of("e1", "ES256");
  private static final PartnerKey FORGER = PartnerKey.of("forger", "ES256");

  /** Room for some 140 tokens. */
  private static final long BYTES = 700_000;

  private final Partner partner = new Partner();
  private final CountedKey key = new CountedKey(SIGNER);
  private final ForeignTokens tokens = tokens();

  private static IssuerSettings settings() {
    return Partner.read(Partner.settings("public-key", PartnerKey.jwks(SIGNER.jwk())));
  }

  private ForeignTokens tokens() {
    ForeignIssuer issuer =
        new ForeignIssuer(settings(), key, null, new RefusalNotice(settings(), partner.clock()));
    return new ForeignTokens(
        Map.of(Partner.ISSUER, issuer),
        new AskedTokens(Map.of(), partner.clock(), 0),
        List.of(),
        new TokenCache<>(partner.clock(), BYTES, genuine -> genuine.timed().until()),
        partner.clock());
  }

  private String token(String id) {
    return SIGNER.sign(partner.claimsWith("jti", '"' + id + '"'));
  }

  private String forged(String id) {
    return FORGER.sign(SIGNER.header(), partner.claimsWith("jti", '"' + id + '"'));
  }

  /**
   * Whoever has an account there gets as many tokens as they like. Between two uses come twice as
   * many as there is room for, so that the last ones that came would be all that is kept.
   */
  @Test
  @Tag("J23")
  void lookUp_tokensInUse_areRememberedButForAFew_howeverManyOthersCome() {
    List<String> inUse = IntStream.range(0, 20).mapToObj(i -> token("used-" + i)).toList();
    for (int uses = 0; uses < 5; uses++) {
      inUse.forEach(token -> accepted(tokens.lookUp(token)));
    }
    assertThat(key.taken()).isEqualTo(20);
    int anew = 0;
    for (int uses = 0; uses < 4; uses++) {
      IntStream.range(0, 300).forEach(i -> accepted(tokens.lookUp(token("once-" + i))));
      assertThat(key.taken()).isGreaterThanOrEqualTo(300);
      inUse.forEach(token -> accepted(tokens.lookUp(token)));
      anew += key.taken();
    }

    assertThat(tokens.size()).isBetween(50L, 200L);
    assertThat(anew).as("of 80 uses").isLessThan(20);
  }

  @Test
  void isOfOthers_isFoundOutWithoutAKey() {
    assertThat(tokens.isOfOthers(token("one"))).isTrue();
    assertThat(tokens.isOfOthers(forged("one"))).isTrue();
    assertThat(tokens.isOfOthers("a.b.c")).isFalse();
    assertThat(tokens.isOfOthers(SIGNER.sign(partner.claimsWith("iss", "\"https://x.test\""))))
        .isFalse();
    assertThat(key.taken()).isZero();
  }

  /** As many as a logout reads, each once. */
  @Test
  @Tag("J22")
  void shownLogins_ofFourForgedTokens_areFourSignatures() {
    TestApplication app = new TestApplication();
    AccessTokens all =
        new ForeignAccessTokens(
            app.accessTokens,
            tokens,
            new ForeignCallers(
                app.sessions,
                new TokenRevocations(app.sessions),
                new CallerValidator(any -> CredentialValidationResult.NOT_VALIDATED_RESULT),
                List.of(settings())),
            text -> false);
    ShownLogins shown =
        new ShownLogins(
            app.credentials,
            app.crossOrigin,
            app.resolver,
            new ShownLogins.Tokens(all::sessionIdAtAnyTime, all::foreignLogin));
    FakeRequest logout = FakeRequest.post("/logout");
    IntStream.range(0, 4).forEach(i -> logout.bearer(forged("forged-" + i)));

    assertThat(shown.in(logout).foreign()).isEmpty();
    assertThat(key.taken()).isEqualTo(4);
    assertThat(shown.in(FakeRequest.post("/logout").bearer(token("genuine"))).foreign()).hasSize(1);
    assertThat(key.taken()).isEqualTo(1);
  }
}
