package dev.cloakroom.mechanism;

import static dev.cloakroom.testing.TestApplication.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.RequestIdentity;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.ShownLogins;
import dev.cloakroom.servlet.ShownLogins.Unread;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.OtherIssuer;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.testing.UndecidedTokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests by a token of another issuer: who they come from, and what a logout does with them. */
class ForeignIdentificationTest {
  private final OtherIssuer keycloak = new OtherIssuer("keycloak");
  private final TestApplication app = new TestApplication(keycloak.settings());
  private final AccessTokens tokens = OtherIssuer.takenBy(app);
  private final RequestIdentification identification =
      new RequestIdentification(app.credentials, app.resolver, tokens, app.crossOrigin);
  private final ShownLogins shown =
      new ShownLogins(
          app.credentials,
          app.crossOrigin,
          app.resolver,
          new ShownLogins.Tokens(tokens::sessionIdAtAnyTime, tokens::foreignLogin));

  private final String token = keycloak.token("alice", app.clock.instant());

  /** By another key, under its name. */
  private String forged() {
    return new OtherIssuer("keycloak").token("alice", app.clock.instant());
  }

  private FakeRequest page() {
    return FakeRequest.get("/page");
  }

  private RequestIdentity identity(String bearer) {
    return identification.of(page().bearer(bearer));
  }

  private RequestLogin.ByForeignToken known(String bearer) {
    assertThat(identity(bearer)).isInstanceOf(RequestLogin.ByForeignToken.class);
    return (RequestLogin.ByForeignToken) identity(bearer);
  }

  @Test
  @Tag("J19")
  void of_foreignToken_isTheIssuersCallerAndNoneOfOurs() {
    app.browserLogin("alice");

    assertThat(known(token).session().callerName()).isEqualTo("keycloak:alice");
    assertThat(known(token).token().raw().text()).isEqualTo(token);
    assertThat(known(token).isStillLive()).isTrue();
  }

  @Test
  @Tag("B1")
  void of_foreignTokenBesideACookie_neverFallsBackToThat() {
    FakeRequest both = page().cookie(cookieOf(app.browserLogin("bob")));

    assertThat(identification.of(both.bearer(token)))
        .isInstanceOf(RequestLogin.ByForeignToken.class);
    FakeRequest forged = page().cookie(cookieOf(app.browserLogin("bob"))).bearer(forged());
    assertThat(identification.of(forged))
        .isEqualTo(new RequestIdentity.Anonymous(Refusal.bearer(Reason.INVALID_TOKEN)));
  }

  @Test
  @Tag("J6")
  void of_foreignTokenWhoseTimeIsOver_saysSo() {
    app.clock.advance(Duration.ofMinutes(6));

    assertThat(identity(token))
        .isEqualTo(new RequestIdentity.Anonymous(Refusal.bearer(Reason.TOKEN_EXPIRED)));
  }

  @Test
  @Tag("J21")
  void of_foreignTokenThatWasEnded_saysSo_alsoToATask() {
    RequestLogin.ByForeignToken login = known(token);
    assertThat(login.session().logOut()).isTrue();

    assertThat(identity(token))
        .isEqualTo(new RequestIdentity.Anonymous(Refusal.bearer(Reason.SESSION_ENDED)));
    assertThat(login.isStillLive()).isFalse();
    known(keycloak.token("alice", app.clock.instant()));
  }

  @Test
  @Tag("G7")
  void of_foreignToken_storeThatFails_isUnavailableAndNobody() {
    known(token);
    app.store.breakDown();

    assertThat(identity(token))
        .isInstanceOfSatisfying(
            RequestIdentity.Anonymous.class,
            nobody -> assertThat(nobody.refusal().reason()).isEqualTo(Reason.UNAVAILABLE));
  }

  /** Keys that could never be fetched say nothing about the token. */
  @Test
  @Tag("G7")
  void of_undecidedToken_isUnavailable() {
    AccessTokens undecided = new UndecidedTokens(app.accessTokens);
    RequestIdentification asked =
        new RequestIdentification(app.credentials, app.resolver, undecided, app.crossOrigin);

    assertThat(asked.of(page().bearer(token)))
        .isEqualTo(new RequestIdentity.Anonymous(Refusal.bearer(Reason.UNAVAILABLE)));
  }

  /** An issuer that is down keeps nobody logged in here. */
  @Test
  @Tag("G7")
  @Tag("S7")
  void logout_cookieBesideATokenOfWhichNobodyCanTell_endsTheCookiesLogin_andIsNoSuccess() {
    AccessTokens tokens = new UndecidedTokens(app.accessTokens);
    ShownLogins undecided =
        new ShownLogins(
            app.credentials,
            app.crossOrigin,
            app.resolver,
            new ShownLogins.Tokens(tokens::sessionIdAtAnyTime, tokens::foreignLogin));
    Logout logout = new Logout(app.ender, app.cookie, undecided);
    OpenedSession opened = app.browserLogin("bob");
    FakeRequest both = page().cookie(cookieOf(opened)).bearer(token);

    FakeResponse response = new FakeResponse();
    assertThat(logout.run(both, response).isUndecided()).isTrue();
    assertThat(response.cookies()).isEmpty();
    assertThat(app.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.ENDED);
  }

  @Test
  @Tag("J22")
  void shownLogins_ofForeignTokens_areThoseThatCanBeEnded() {
    Map<String, Object> nameless = new HashMap<>();
    nameless.put("jti", null);
    String withoutId = keycloak.token("alice", app.clock.instant(), nameless);

    assertThat(shown.in(page().bearer(token)).foreign()).hasSize(1);
    assertThat(shown.in(page().bearer(token)).unread()).isEmpty();
    assertThat(shown.in(page().bearer(withoutId)).foreign()).isEmpty();
    assertThat(shown.in(page().bearer(withoutId)).unread())
        .containsExactly(Unread.TOKEN_WITHOUT_ID);
    assertThat(shown.in(page().bearer(forged())).unread()).containsExactly(Unread.TOKEN);
    app.clock.advance(Duration.ofMinutes(6));
    assertThat(shown.in(page().bearer(token)).unread()).isEmpty();
    assertThat(shown.in(page().bearer(token)).foreign()).isEmpty();
  }

  @Test
  @Tag("J21")
  void logout_ofARequestByAForeignToken_endsThatToken() {
    FakeRequest request = FakeRequest.post("/logout");
    known(token).establish(request, new FakeResponse());

    assertThat(app.logout.end(request)).isTrue();

    assertThat(RequestLogin.of(request)).isNull();
    assertThat(identity(token)).isInstanceOf(RequestIdentity.Anonymous.class);
  }

  @Test
  @Tag("X1")
  void csrf_ofARequestByAForeignToken_isNotAsked() {
    TestApplication strict = new TestApplication(Map.of("cloakroom.csrf", "always"));
    FakeRequest byToken = FakeRequest.post("/page");
    known(token).establish(byToken, new FakeResponse());
    FakeRequest byCookie = FakeRequest.post("/page");
    OpenedSession opened = strict.browserLogin("bob");
    new RequestLogin.ByTicket(opened.session(), opened.ticket())
        .establish(byCookie, new FakeResponse());

    assertThat(strict.csrf.refusal(byToken)).isNull();
    assertThat(strict.csrf.refusal(byCookie)).isEqualTo(Reason.CSRF_TOKEN_MISSING);
  }

  @Test
  void rotation_ofARequestByAForeignToken_changesNothing() {
    FakeRequest request = page();
    FakeResponse response = new FakeResponse();
    known(token).establish(request, response);

    app.renewal.now(request);

    assertThat(response.cookies()).isEmpty();
    assertThat(app.renewal.ifDue(known(token), request, response)).isEqualTo(known(token));
  }

  /** It is kept with a record, and there is none. */
  @Test
  void ownCaller_ofARequestByAForeignToken_isNobody() {
    FakeRequest request = page();
    known(token).establish(request, new FakeResponse());

    assertThat(app.callers(request).current()).isNull();
  }
}
