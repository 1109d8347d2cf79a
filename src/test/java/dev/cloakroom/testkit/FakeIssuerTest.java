package dev.cloakroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.issuer.ForeignToken;
import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.issuer.IssuerUnavailable;
import dev.cloakroom.issuer.Outcome;
import dev.cloakroom.issuer.Refused;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An issuer's tokens are what a resource server makes of them. */
@Tag("J20")
class FakeIssuerTest {
  private final FakeIssuer issuer = FakeIssuer.start("shop");
  private final ForeignTokens server =
      ForeignTokens.open(
          SettingsReader.read(SettingsSource.of("test", issuer.settings("partner")))
              .settings()
              .issuers(),
          FakeIssuerTest.class.getClassLoader(),
          Clock.systemUTC(),
          1 << 20);

  @AfterEach
  void close() {
    server.close();
    issuer.close();
  }

  private Outcome found(FakeIssuerToken token) {
    return server.find(token.text()).orElseThrow();
  }

  @Test
  void token_isTaken_withItsGroups() {
    Outcome found = found(issuer.token("alice").groups("user", "clerk"));

    assertThat(found).isInstanceOf(ForeignToken.class);
    assertThat(((ForeignToken) found).callerName()).endsWith("alice");
    assertThat(((ForeignToken) found).groups()).containsExactlyInAnyOrder("user", "clerk");
  }

  @Test
  void tokens_thatAreWrong_areRefused() {
    List<FakeIssuerToken> wrong =
        List.of(
            issuer.token("alice").expired(),
            issuer.token("alice").audience("bank"),
            issuer.token("alice").forged(),
            issuer.token("alice").claim("exp", null));

    assertThat(wrong).allSatisfy(token -> assertThat(found(token)).isInstanceOf(Refused.class));
    assertThat(found(issuer.token("alice"))).isInstanceOf(ForeignToken.class);
  }

  @Test
  void keys_thatChange_areFetched() {
    FakeIssuerToken before = issuer.token("alice");
    assertThat(found(before)).isInstanceOf(ForeignToken.class);

    issuer.rotateKeyToRsa();

    assertThat(found(issuer.token("alice"))).isInstanceOf(ForeignToken.class);
    assertThat(found(issuer.token("alice").forged())).isInstanceOf(Refused.class);
    assertThat(found(before)).isInstanceOf(ForeignToken.class);
  }

  @Test
  void key_thatIsForgotten_isMissed() {
    FakeIssuerToken before = issuer.token("alice");
    issuer.rotateKey();
    issuer.forgetOldKeys();

    assertThat(found(issuer.token("alice"))).isInstanceOf(ForeignToken.class);
    assertThat(found(before)).isNotInstanceOf(ForeignToken.class);
  }

  @Test
  void issuerThatIsClosed_cannotBeAsked() {
    FakeIssuerToken token = issuer.token("alice");
    issuer.close();

    assertThat(found(token)).isInstanceOf(IssuerUnavailable.class);
    assertThat(token).hasToString("a token of alice");
  }
}
