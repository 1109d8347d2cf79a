package dev.cloakroom.mechanism;

import static dev.cloakroom.testing.TestApplication.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.RequestIdentity;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RequestIdentificationTest {
  private final TestApplication app = new TestApplication();
  private final RequestIdentification identification = identificationOf(app);

  private static RequestIdentification identificationOf(TestApplication app) {
    return new RequestIdentification(
        app.credentials, app.resolver, app.accessTokens, app.crossOrigin);
  }

  private static FakeRequest page() {
    return FakeRequest.get("/page");
  }

  private String token(OpenedSession opened) {
    return app.accessToken(opened.session());
  }

  private void assertRefused(FakeRequest request, Refusal refusal) {
    assertThat(identification.of(request)).isEqualTo(new RequestIdentity.Anonymous(refusal));
  }

  private void assertKnown(FakeRequest request, String caller) {
    assertThat(identification.of(request))
        .isInstanceOfSatisfying(
            RequestLogin.class,
            login -> assertThat(login.session().callerName()).isEqualTo(caller));
  }

  @Test
  void of_nothing_isAnonymousWithoutABlame() {
    assertThat(identification.of(page())).isEqualTo(RequestIdentity.NOTHING_SHOWN);
  }

  @Test
  @Tag("S1")
  void of_knownTicket_isItsCaller() {
    OpenedSession opened = app.browserLogin("alice");

    assertThat(identification.of(page().cookie(cookieOf(opened))))
        .isInstanceOfSatisfying(
            RequestLogin.ByTicket.class,
            login -> {
              assertThat(login.session().id()).isEqualTo(opened.session().id());
              assertThat(login.ticket()).isEqualTo(opened.ticket());
            });
  }

  @Test
  @Tag("S1")
  @Tag("S4")
  void of_ticketWithAnotherSecretOrOfNoSession_isRefusedTheSameWay() {
    OpenedSession alice = app.browserLogin("alice");
    OpenedSession bob = app.browserLogin("bob");
    String crossed = alice.session().id() + "." + bob.ticket().secret().text();
    String unknown = app.random.sessionId() + "." + alice.ticket().secret().text();

    assertRefused(page().cookie("__Host-sid=" + crossed), Refusal.cookie(Reason.INVALID_TOKEN));
    assertRefused(page().cookie("__Host-sid=" + unknown), Refusal.cookie(Reason.INVALID_TOKEN));
    assertKnown(page().cookie(cookieOf(alice)), "alice");
  }

  @Test
  @Tag("S4")
  void of_ticketInTheUrl_isNotRead() {
    OpenedSession opened = app.browserLogin("alice");

    assertThat(identification.of(page().query(cookieOf(opened))))
        .isEqualTo(RequestIdentity.NOTHING_SHOWN);
    assertKnown(page().cookie(cookieOf(opened)), "alice");
  }

  @Test
  @Tag("S5")
  void of_ticketOfASessionThatLayIdle_saysExpired() {
    OpenedSession opened = app.browserLogin("alice");
    app.clock.advance(Duration.ofMinutes(30).minusMillis(1));
    assertKnown(page().cookie(cookieOf(opened)), "alice");

    app.clock.advance(Duration.ofMinutes(30));

    assertRefused(page().cookie(cookieOf(opened)), Refusal.cookie(Reason.SESSION_EXPIRED));
  }

  @Test
  @Tag("S7")
  void of_ticketOfAnEndedSession_saysEnded() {
    OpenedSession opened = app.browserLogin("alice");
    assertKnown(page().cookie(cookieOf(opened)), "alice");

    app.ender.end(opened.session().id(), EndReason.ENDED_BY_ADMINISTRATOR);

    assertRefused(page().cookie(cookieOf(opened)), Refusal.cookie(Reason.SESSION_ENDED));
  }

  @Test
  @Tag("B1")
  void of_accessToken_isItsCaller() {
    OpenedSession opened = app.apiLogin("alice");
    String token = token(opened);

    assertThat(identification.of(page().bearer(token)))
        .isInstanceOfSatisfying(
            RequestLogin.ByToken.class,
            login -> {
              assertThat(login.session().id()).isEqualTo(opened.session().id());
              assertThat(Objects.requireNonNull(login.token()).raw().text()).isEqualTo(token);
            });
  }

  @Test
  @Tag("J21")
  @Tag("S7")
  void of_accessTokenOfAnEndedSession_isRefusedAlthoughItWasAcceptedBefore() {
    OpenedSession opened = app.apiLogin("alice");
    String token = token(opened);
    assertKnown(page().bearer(token), "alice");

    app.ender.logOut(opened.session().id());

    assertRefused(page().bearer(token), Refusal.bearer(Reason.SESSION_ENDED));
  }

  @Test
  @Tag("J6")
  void of_accessTokenThatRanOut_saysExpired() {
    OpenedSession opened = app.apiLogin("alice");
    String token = token(opened);
    assertKnown(page().bearer(token), "alice");

    app.clock.advance(Duration.ofMinutes(6));

    assertRefused(page().bearer(token), Refusal.bearer(Reason.TOKEN_EXPIRED));
    assertKnown(page().bearer(token(opened)), "alice");
  }

  @Test
  @Tag("B2")
  void of_accessTokenInTheUrl_isNotRead() {
    String token = token(app.apiLogin("alice"));

    assertThat(identification.of(page().query("access_token=" + token)))
        .isEqualTo(RequestIdentity.NOTHING_SHOWN);
    assertKnown(page().bearer(token), "alice");
  }

  @Test
  void of_invalidBearerBesideAGoodCookie_neverFallsBackToTheCookie() {
    OpenedSession opened = app.browserLogin("alice");

    assertRefused(
        page().bearer("nonsense").cookie(cookieOf(opened)), Refusal.bearer(Reason.INVALID_TOKEN));
    assertKnown(page().bearer(token(opened)).cookie("__Host-sid=nonsense"), "alice");
  }

  @Test
  @Tag("B3")
  void of_twoAuthorizationHeaders_isAmbiguous() {
    String token = token(app.apiLogin("alice"));

    assertRefused(page().bearer(token).bearer(token), Refusal.bearer(Reason.AMBIGUOUS_CREDENTIALS));
    assertKnown(page().bearer(token), "alice");
  }

  @Test
  @Tag("X1")
  @Tag("X7")
  void of_cookieThatAnotherOriginHadSent_countsForNothing() {
    String cookie = cookieOf(app.browserLogin("alice"));
    FakeRequest forged = FakeRequest.post("/orders").header("Sec-Fetch-Site", "cross-site");

    assertRefused(forged.cookie(cookie), Refusal.cookie(Reason.CROSS_ORIGIN_REFUSED));
    assertKnown(
        FakeRequest.post("/orders").header("Sec-Fetch-Site", "same-origin").cookie(cookie),
        "alice");
  }

  @Test
  @Tag("X3")
  void of_cookieOfASafeRequestFromAnotherOrigin_counts() {
    String cookie = cookieOf(app.browserLogin("alice"));

    assertKnown(page().header("Sec-Fetch-Site", "cross-site").cookie(cookie), "alice");
  }

  @Test
  void of_bearerFromAnotherOrigin_counts() {
    String token = token(app.apiLogin("alice"));

    assertKnown(
        FakeRequest.post("/orders").header("Sec-Fetch-Site", "cross-site").bearer(token), "alice");
    assertKnown(
        page().header("Upgrade", "websocket").header("Origin", "https://evil.test").bearer(token),
        "alice");
  }

  @Test
  void of_crossOriginCookieWhereTheCheckIsOff_counts() {
    TestApplication open = new TestApplication(Map.of("cloakroom.csrf", "off"));
    FakeRequest request =
        FakeRequest.post("/orders")
            .header("Sec-Fetch-Site", "cross-site")
            .cookie(cookieOf(open.browserLogin("alice")));

    assertThat(identificationOf(open).of(request)).isInstanceOf(RequestLogin.ByTicket.class);
  }

  @Test
  @Tag("G7")
  @Tag("G8")
  void of_credentialWhileTheStoreIsDown_isNobodyAndUnavailable() {
    OpenedSession opened = app.apiLogin("alice");
    String token = token(opened);
    assertKnown(page().bearer(token), "alice");

    app.store.breakDown();

    assertRefused(page().cookie(cookieOf(opened)), Refusal.cookie(Reason.UNAVAILABLE));
    assertThat(identification.of(page().bearer(token)))
        .isInstanceOfSatisfying(
            RequestIdentity.Anonymous.class,
            nobody -> assertThat(nobody.refusal().reason()).isEqualTo(Reason.UNAVAILABLE));
    assertThat(identification.of(page())).isEqualTo(RequestIdentity.NOTHING_SHOWN);
    app.store.repair();
    assertKnown(page().cookie(cookieOf(opened)), "alice");
  }
}
