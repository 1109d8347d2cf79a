package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.LoginTokens;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.JwtAccessTokens;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.AccessTokenIssuer;
import dev.cloakroom.token.AccessTokenPolicy;
import dev.cloakroom.token.AccessTokenVerifier;
import dev.cloakroom.token.VerifiedTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenHandoutTest {
  private final TestApplication app = new TestApplication();

  @ParameterizedTest
  @CsvSource({"AUTO,true,false", "ALWAYS,true,true", "NEVER,false,false"})
  void isDue_byRuleAndClient(LoginTokens rule, boolean program, boolean browser) {
    TokenHandout handout = new TokenHandout(rule, app.accessTokens);
    FakeRequest page = FakeRequest.post("/login").header("Sec-Fetch-Mode", "cors");

    assertThat(handout.isDue(FakeRequest.post("/login"))).isEqualTo(program);
    assertThat(handout.isDue(page)).isEqualTo(browser);
  }

  /** A session that nobody is told of would stay until its time is over. */
  @Test
  void isDue_noKeyIsKnownYet_failsBeforeASessionIsOpened() {
    KeySource unreadable =
        new KeySource() {
          @Override
          public KeyRing now() {
            return app.keys;
          }

          @Override
          public KeyRing complete() {
            throw new StoreUnavailableException("No key is known.");
          }
        };
    AccessTokenPolicy policy =
        new AccessTokenPolicy("shop", "shop", Duration.ofMinutes(5), Duration.ZERO);
    AccessTokens tokens =
        new JwtAccessTokens(
            new AccessTokenIssuer(unreadable, policy, app.clock, app.random),
            new VerifiedTokens(
                new AccessTokenVerifier(unreadable, policy, app.clock), app.clock, 1 << 20),
            app.resolver);
    FakeRequest program = FakeRequest.post("/login");

    assertThatThrownBy(() -> new TokenHandout(LoginTokens.ALWAYS, tokens).isDue(program))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(new TokenHandout(LoginTokens.NEVER, tokens).isDue(program)).isFalse();
  }
}
