package dev.cloakroom.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.BearerLookup.Accepted;
import dev.cloakroom.identitystore.BearerLookup.Foreign;
import dev.cloakroom.identitystore.JwtAccessTokens;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.OtherIssuer;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.AccessTokenIssuer;
import dev.cloakroom.token.AccessTokenPolicy;
import dev.cloakroom.token.AccessTokenVerifier;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.VerifiedToken;
import dev.cloakroom.token.VerifiedTokens;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelayedTokensTest {
  private static final URI ORDERS = URI.create("https://orders.example.org/list");

  private final OtherIssuer keycloak = new OtherIssuer("keycloak");
  private final TestApplication app = new TestApplication(keycloak.settings());
  private final FakeRequest request = FakeRequest.get("/page");
  private final RelayedTokens tokens =
      new RelayedTokens(
          new RelayTargets(Set.of("https://orders.example.org")),
          new CurrentLogin(request),
          brief());

  private AccessTokens brief() {
    AccessTokenPolicy policy =
        new AccessTokenPolicy("shop", "shop", Duration.ofMinutes(1), Duration.ZERO);
    return new JwtAccessTokens(
        new AccessTokenIssuer(app.keys, policy, app.clock, app.random),
        new VerifiedTokens(new AccessTokenVerifier(app.keys, policy, app.clock), app.clock, 0),
        app.resolver);
  }

  private void come(RequestLogin login) {
    login.establish(request, new FakeResponse());
  }

  private Accepted accepted(String authorization) {
    assertThat(authorization).startsWith("Bearer ");
    RawToken token = new RawToken(authorization.substring("Bearer ".length()));
    return (Accepted) app.accessTokens.lookUp(token);
  }

  private Accepted accepted() {
    return accepted(tokens.authorizationFor(ORDERS).orElseThrow());
  }

  @Test
  void callerByCookie_isPassedOnByATokenOfTheirLogin_thatIsSoonOver() {
    OpenedSession opened = app.browserLogin("alice");
    come(new RequestLogin.ByTicket(opened.session(), opened.ticket()));

    Accepted passedOn = accepted();
    VerifiedToken token = Objects.requireNonNull(passedOn.token());
    assertThat(passedOn.session().id()).isEqualTo(opened.session().id());
    assertThat(token.callerName()).isEqualTo("alice");
    assertThat(token.groups()).containsExactly("user");
    assertThat(Duration.between(token.issuedAt(), token.expiresAt()))
        .isBetween(Duration.ofSeconds(57), Duration.ofMinutes(1));
  }

  @Test
  void callerByToken_isPassedOnByThatVeryToken() {
    String text = app.accessToken(app.apiLogin("alice").session());
    Accepted shown = accepted("Bearer " + text);
    come(new RequestLogin.ByToken(shown.session(), shown.token()));

    assertThat(tokens.authorizationFor(ORDERS)).hasValue("Bearer " + text);
  }

  @Test
  void callerByTokenOfAnotherIssuer_isPassedOnByThatVeryToken() {
    String text = keycloak.token("alice", app.clock.instant());
    Foreign shown = (Foreign) OtherIssuer.takenBy(app).lookUp(new RawToken(text));
    come(new RequestLogin.ByForeignToken(shown.session(), shown.token()));

    assertThat(tokens.authorizationFor(ORDERS)).hasValue("Bearer " + text);
  }

  @Test
  void callerByOpaqueToken_isPassedOnByOneThatSaysMore() {
    OpenedSession opened = app.apiLogin("alice");
    come(new RequestLogin.ByToken(opened.session(), null));

    assertThat(accepted().session().id()).isEqualTo(opened.session().id());
  }

  /** A request may go on for long after that, as a stream does. */
  @Test
  void loginThatHasEndedSince_isPassedOnNoMore() {
    OpenedSession opened = app.browserLogin("alice");
    come(new RequestLogin.ByTicket(opened.session(), opened.ticket()));
    assertThat(tokens.authorizationFor(ORDERS)).isPresent();
    app.ender.endAllBut("", "alice", EndReason.ENDED_BY_ADMINISTRATOR);

    assertThat(tokens.authorizationFor(ORDERS)).isEmpty();
  }

  /** As on a thread of the application's own, which works for nobody. */
  @Test
  void callerWhoWasTakenAlong_isPassedOnByWhoever_untilTheLoginEnds() {
    RelayedTokens ofNobody = tokens.ofCaller();
    OpenedSession opened = app.browserLogin("alice");
    come(new RequestLogin.ByTicket(opened.session(), opened.ticket()));
    RelayedTokens ofAlice = tokens.ofCaller();
    OpenedSession other = app.browserLogin("bob");
    come(new RequestLogin.ByTicket(other.session(), other.ticket()));

    assertThat(accepted(ofAlice.authorizationFor(ORDERS).orElseThrow()).session().id())
        .isEqualTo(opened.session().id());
    assertThat(accepted().session().id()).isEqualTo(other.session().id());
    assertThat(ofNobody.authorizationFor(ORDERS)).isEmpty();
    assertThat(ofAlice.authorizationFor(URI.create("https://evil.test/list"))).isEmpty();

    app.ender.endAllBut("", "alice", EndReason.ENDED_BY_ADMINISTRATOR);
    assertThat(ofAlice.authorizationFor(ORDERS)).isEmpty();
  }

  @Test
  void nobody_isPassedOn() {
    assertThat(tokens.authorizationFor(ORDERS)).isEmpty();
  }

  @Test
  void whereverElse_noTokenGoes() {
    OpenedSession opened = app.browserLogin("alice");
    come(new RequestLogin.ByTicket(opened.session(), opened.ticket()));

    assertThat(tokens.authorizationFor(URI.create("https://evil.test/list"))).isEmpty();
    assertThat(tokens.authorizationFor(ORDERS)).isPresent();
  }
}
