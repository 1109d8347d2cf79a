package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.by;
import static dev.cloakroom.web.Endpoints.reason;
import static dev.cloakroom.web.Endpoints.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.identitystore.BearerLookup;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.FakeSession;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.RawToken;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutServletTest {
  private final Endpoints endpoints = new Endpoints(Map.of());

  private static FakeRequest post() {
    return FakeRequest.post("/logout");
  }

  @Test
  @Tag("S7")
  @Tag("X13")
  void post_endsTheSessionAndTheContainersAndClearsTheClient() {
    OpenedSession opened = endpoints.app.browserLogin("alice");
    FakeSession container = new FakeSession();
    FakeRequest request = by(opened, post().in(container));

    FakeResponse response = send(endpoints.logout, request);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getHeader("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
    assertThat(response.cookies()).singleElement().asString().contains("Max-Age=0");
    assertThat(endpoints.app.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.ENDED);
    assertThat(container.isInvalidated()).isTrue();
    assertThat(request.isLoggedOut()).isTrue();
  }

  /** A browser believes it over HTTPS alone. */
  @Test
  @Tag("X13")
  void post_overPlainHttp_saysNothingOfTheClientsData() {
    Endpoints plain = new Endpoints(Map.of("cloakroom.cookie.secure", "auto"));

    assertThat(send(plain.logout, post().plain()).getHeader("Clear-Site-Data")).isNull();
    assertThat(send(plain.logout, post()).getHeader("Clear-Site-Data")).isNotNull();
    assertThat(send(endpoints.logout, post().plain()).getHeader("Clear-Site-Data")).isNotNull();
  }

  @Test
  void post_nobodyLoggedIn_is200() {
    FakeResponse response = send(endpoints.logout, post());

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.cookies()).hasSize(1);
  }

  @Test
  void post_ofAPage_leadsOn() {
    FakeResponse response = send(endpoints.logout, post().header("Accept", "text/html"));

    assertThat(response.getStatus()).isEqualTo(303);
    assertThat(response.getHeader("Location")).isEqualTo("/app/");
  }

  @Test
  @Tag("X3")
  void get_is405AndEndsNothing() {
    OpenedSession opened = endpoints.app.browserLogin("alice");

    FakeResponse response = send(endpoints.logout, by(opened, FakeRequest.get("/logout")));

    assertThat(response.getStatus()).isEqualTo(405);
    assertThat(endpoints.app.resolver.byTicket(opened.ticket()))
        .isInstanceOf(StoredLoginSession.class);
  }

  @Test
  @Tag("G7")
  void post_storeDown_is503AndKeepsTheCookie() {
    OpenedSession opened = endpoints.app.browserLogin("alice");
    endpoints.app.store.breakDown();

    FakeResponse response = send(endpoints.logout, by(opened, post()));

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.cookies()).isEmpty();
  }

  private static String cookieOf(OpenedSession opened) {
    return TestApplication.cookieOf(opened);
  }

  private static String refreshTokenOf(OpenedSession opened) {
    return Objects.requireNonNull(opened.refreshToken());
  }

  private boolean lives(OpenedSession opened) {
    return endpoints.app.resolver.byTicket(opened.ticket()) instanceof StoredLoginSession;
  }

  @ParameterizedTest
  @ValueSource(strings = {"undefined", "null", "a b", "", "x.y.z"})
  @Tag("S7")
  void post_cookieBesideABearerThatIsNone_endsTheCookiesLogin_andSaysWhatItCannotRead(String text) {
    OpenedSession opened = endpoints.app.browserLogin("alice");

    FakeResponse response = send(endpoints.logout, post().cookie(cookieOf(opened)).bearer(text));

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(reason(response)).isEqualTo("malformed-request");
    assertThat(lives(opened)).isFalse();
    assertThat(response.cookies()).singleElement().asString().contains("Max-Age=0");
  }

  @Test
  @Tag("S7")
  void post_cookieOfOneAndTokenOfAnother_endsBoth() {
    OpenedSession alice = endpoints.app.browserLogin("alice");
    OpenedSession bob = endpoints.app.apiLogin("bob");
    OpenedSession carol = endpoints.app.browserLogin("carol");

    FakeResponse response =
        send(
            endpoints.logout,
            post().cookie(cookieOf(alice)).bearer(endpoints.app.accessToken(bob.session())));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(lives(alice)).isFalse();
    assertThat(lives(bob)).isFalse();
    assertThat(lives(carol)).isTrue();
  }

  @Test
  @Tag("S7")
  @Tag("B3")
  void post_twoAuthorizationHeaders_endsWhatIsGenuine_andIs400() {
    OpenedSession alice = endpoints.app.browserLogin("alice");
    OpenedSession bob = endpoints.app.apiLogin("bob");
    String token = endpoints.app.accessToken(bob.session());

    FakeResponse response =
        send(endpoints.logout, post().cookie(cookieOf(alice)).bearer(token).bearer("x"));

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(reason(response)).isEqualTo("ambiguous-credentials");
    assertThat(lives(alice)).isFalse();
    assertThat(lives(bob)).isFalse();
  }

  @Test
  @Tag("S7")
  void post_twoGenuineCookies_endsBoth() {
    OpenedSession alice = endpoints.app.browserLogin("alice");
    OpenedSession bob = endpoints.app.browserLogin("bob");

    FakeResponse response =
        send(endpoints.logout, post().cookie(cookieOf(alice)).cookie(cookieOf(bob)));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(lives(alice)).isFalse();
    assertThat(lives(bob)).isFalse();
    assertThat(response.cookies()).singleElement().asString().contains("Max-Age=0");
  }

  /** What holds no ticket for this server may be one for another, with other settings. */
  @Test
  @Tag("S7")
  void post_cookieThatHoldsNoTicket_is400AndIsNotCleared_butTheOtherEnds() {
    OpenedSession alice = endpoints.app.browserLogin("alice");

    FakeResponse response =
        send(endpoints.logout, post().cookie(cookieOf(alice) + "; __Host-sid=x"));

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(reason(response)).isEqualTo("malformed-request");
    assertThat(lives(alice)).isFalse();
    assertThat(response.cookies()).isEmpty();
  }

  /** The ticket's time is over; the refresh token would still buy access tokens. */
  @Test
  @Tag("S7")
  void post_ticketThatRanOut_endsWhatIsLeftOfItsLogin() {
    OpenedSession opened = endpoints.app.apiLogin("alice");
    endpoints.app.clock.advance(Duration.ofHours(1));
    assertThat(endpoints.app.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.EXPIRED);

    FakeResponse response = send(endpoints.logout, post().cookie(cookieOf(opened)));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(endpoints.app.refreshTokens.exchange(refreshTokenOf(opened)))
        .isEqualTo(SessionRefusal.ENDED);
  }

  @Test
  @Tag("R4")
  @Tag("S7")
  void post_refreshToken_endsItsLogin() {
    OpenedSession opened = endpoints.app.apiLogin("alice");

    FakeResponse response = send(endpoints.logout, post().bearer(refreshTokenOf(opened)));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(lives(opened)).isFalse();
  }

  /** The token's holder may have it end; who owns the cookie did not ask for anything. */
  @Test
  @Tag("X1")
  void post_tokenOfAForeignPage_endsItsLogin_andLeavesTheVisitorsAlone() {
    OpenedSession visitor = endpoints.app.browserLogin("alice");
    OpenedSession opened = endpoints.app.apiLogin("mallory");
    String token = endpoints.app.accessToken(opened.session());
    FakeRequest request =
        post().cookie(cookieOf(visitor)).bearer(token).header("Sec-Fetch-Site", "cross-site");
    BearerLookup found = endpoints.app.accessTokens.lookUp(new RawToken(token));
    BearerLookup.Accepted accepted = (BearerLookup.Accepted) found;
    new RequestLogin.ByToken(accepted.session(), accepted.token())
        .establish(request, new FakeResponse());

    FakeResponse response = send(endpoints.logout, request);

    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(lives(opened)).isFalse();
    assertThat(lives(visitor)).isTrue();
    assertThat(response.cookies()).isEmpty();
    assertThat(response.getHeader("Clear-Site-Data")).isNull();
  }
}
