package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoggedOut;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LogoutTest {
  private final TestApplication app = new TestApplication();
  private final FakeRequest request = FakeRequest.post("/logout");
  private final FakeResponse response = new FakeResponse();

  private void establish(OpenedSession opened) {
    new RequestLogin.ByTicket(opened.session(), opened.ticket()).establish(request, response);
  }

  @Test
  @Tag("S7")
  void run_endsTheSessionOfTheRequestAndNoOther() {
    OpenedSession opened = app.browserLogin("alice");
    OpenedSession other = app.browserLogin("alice");
    establish(opened);

    app.logout.run(request, response);

    assertThat(app.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.ENDED);
    assertThat(app.resolver.byTicket(other.ticket())).isInstanceOf(StoredLoginSession.class);
    assertThat(RequestLogin.of(request)).isNull();
    assertThat(response.cookies()).singleElement().asString().contains("Max-Age=0");
  }

  @Test
  @Tag("C6")
  void run_twice_isHeardOnceAndClearsOneCookie() {
    establish(app.browserLogin("alice"));

    app.logout.run(request, response);
    app.logout.run(request, response);

    assertThat(app.eventsOf(LoggedOut.class)).hasSize(1);
    assertThat(response.cookies()).hasSize(1);
  }

  /** To say "logged out" would be untrue: the login lives on once the store is back. */
  @Test
  @Tag("S7")
  @Tag("G7")
  void run_storeFailedBefore_isUnavailable_andTheCookieStays() {
    request.setAttribute(Refusal.ATTRIBUTE, Refusal.cookie(Reason.UNAVAILABLE));

    assertThat(app.logout.run(request, response).isUndecided()).isTrue();

    assertThat(response.cookies()).isEmpty();
  }

  @Test
  void run_ticketThatIsOver_clearsTheCookie() {
    request.setAttribute(Refusal.ATTRIBUTE, Refusal.cookie(Reason.SESSION_EXPIRED));

    app.logout.run(request, response);

    assertThat(response.cookies()).singleElement().asString().contains("Max-Age=0");
  }

  /** Somebody else may hold its successor. */
  @Test
  @Tag("S7")
  void run_ticketThatWasReplaced_endsItsSession() {
    OpenedSession opened = app.browserLogin("alice");
    Ticket successor = app.replacementOf(opened);

    app.logout.run(request.cookie(TestApplication.cookieOf(opened)), response);

    assertThat(app.resolver.byTicket(successor)).isEqualTo(SessionRefusal.ENDED);
  }

  @Test
  void run_nobodyLoggedIn_clearsTheCookieAnyhow() {
    app.logout.run(request, response);

    assertThat(app.eventsOf(LoggedOut.class)).isEmpty();
    assertThat(response.cookies()).singleElement().asString().startsWith("__Host-sid=;");
  }

  /** The container's session was that of a token's login; the cookie is another's. */
  @Test
  @Tag("S7")
  void clear_cookieOfALoginThatLives_stays() {
    OpenedSession other = app.browserLogin("alice");

    app.logout.clear(request.cookie(TestApplication.cookieOf(other)), response);

    assertThat(response.cookies()).isEmpty();
  }

  @Test
  void clear_cookieOfALoginThatIsOver_isCleared() {
    OpenedSession opened = app.browserLogin("alice");
    app.ender.logOut(opened.session().id());

    app.logout.clear(request.cookie(TestApplication.cookieOf(opened)), response);

    assertThat(response.cookies()).singleElement().asString().contains("Max-Age=0");
  }

  /** The application logs out whoever sent the request, on a path of its own. */
  @Test
  @Tag("X1")
  void run_cookieThatAForeignPageHadSent_endsNothingAndClearsNothing() {
    OpenedSession opened = app.browserLogin("alice");
    request.cookie(TestApplication.cookieOf(opened)).header("Sec-Fetch-Site", "cross-site");

    app.logout.run(request, response);

    assertThat(app.resolver.byTicket(opened.ticket())).isInstanceOf(StoredLoginSession.class);
    assertThat(response.cookies()).isEmpty();
  }

  /** Whoever can set cookies of that name for us must not keep a logout from the genuine one. */
  @Test
  @Tag("S7")
  void run_genuineCookieBehindManyThatAreNone_endsItsLogin() {
    OpenedSession alice = app.browserLogin("alice");
    String pair = TestApplication.cookieOf(alice);
    for (int each = 0; each < 50; each++) {
      request.cookie(pair.substring(0, pair.indexOf('=') + 1) + "none" + each);
    }
    request.cookie(pair);

    app.logout.run(request, response);

    assertThat(app.resolver.byTicket(alice.ticket())).isEqualTo(SessionRefusal.ENDED);
  }
}
