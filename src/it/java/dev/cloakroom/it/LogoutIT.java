package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logging out ends every credential of the login, and of no other. */
@OnServer
class LogoutIT {
  private final WireClient client;
  private final WireClient https;

  LogoutIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
    this.https = WireClient.overHttps(server);
  }

  private void assertAlive(Login login) {
    assertThat(client.meByCookie(login)).isOf(ALICE);
    assertThat(client.meByToken(login)).isOf(ALICE);
    assertThat(client.refresh(login.refreshToken())).hasStatus(200);
  }

  private void assertEnded(Login login) {
    assertThat(client.meByCookie(login)).isProblem(401, "session-ended");
    assertThat(client.meByToken(login)).isProblem(401, "session-ended");
    assertThat(client.refresh(login.refreshToken())).isProblem(401, "session-ended");
  }

  @Test
  @Tag("S7")
  @Tag("J21")
  void logoutByCookie_endsEveryCredentialOfTheLogin() {
    Login login = client.logIn(ALICE);
    assertThat(client.meByToken(login)).isOf(ALICE);

    assertThat(client.post("/api/logout").cookie(login.cookie()).send()).hasStatus(200);

    assertEnded(login);
  }

  @Test
  @Tag("S7")
  @Tag("J21")
  @Tag("R4")
  void logoutByAccessToken_endsEveryCredentialOfTheLogin() {
    Login login = client.logIn(ALICE);
    assertAlive(login);

    assertThat(client.post("/api/logout").bearer(login.accessToken()).send()).hasStatus(200);

    assertEnded(login);
  }

  @Test
  void logout_leavesOtherLoginsOfTheCallerAlone() {
    Login ended = client.logIn(ALICE);
    Login other = client.logIn(ALICE);

    assertThat(client.post("/api/logout").cookie(ended.cookie()).send()).hasStatus(200);

    assertThat(client.meByCookie(ended)).isProblem(401, "session-ended");
    assertAlive(other);
  }

  /** The cookie is cleared, so its login must not go on. */
  @Test
  void logoutByAccessToken_besideACookieOfAnotherLogin_endsBoth() {
    Login shownByToken = client.logIn(ALICE);
    Login shownByCookie = client.logIn(ALICE);

    WireAnswer answer =
        client
            .post("/api/logout")
            .cookie(shownByCookie.cookie())
            .bearer(shownByToken.accessToken())
            .send();

    assertThat(answer).hasStatus(200);
    assertEnded(shownByToken);
    assertEnded(shownByCookie);
  }

  @Test
  void logout_twice_succeedsTwice() {
    Login login = client.logIn(ALICE);

    for (int i = 0; i < 2; i++) {
      assertThat(client.post("/api/logout").cookie(login.cookie()).send()).hasStatus(200);
    }

    assertEnded(login);
  }

  @Test
  void logout_ofNobody_succeedsAndSaysTheSame() {
    Login login = client.logIn(ALICE);
    WireAnswer ofALogin = client.post("/api/logout").cookie(login.cookie()).send();

    WireAnswer ofNobody = client.post("/api/logout").send();

    assertThat(ofNobody).hasStatus(200);
    assertThat(ofNobody.comparable()).isEqualTo(ofALogin.comparable());
  }

  @Test
  void logout_withAForgedTicket_succeedsAndEndsNothing() {
    Login login = client.logIn(ALICE);
    String forged = "sid=" + login.sessionId() + "." + "B".repeat(43);

    assertThat(client.post("/api/logout").cookie(forged).send()).hasStatus(200);

    assertAlive(login);
  }

  @Test
  @Tag("X13")
  void answer_clearsTheClientsData() {
    WireAnswer plain = client.post("/api/logout").send();
    WireAnswer encrypted = https.post("/api/logout").send();

    assertThat(plain).isNotStored().hasNoHeader("Clear-Site-Data");
    assertThat(encrypted).isNotStored().hasHeader("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  @Test
  @Tag("C6")
  void answer_clearsTheCookieWithTheAttributesItWasSetWith() {
    WireAnswer login = client.login(ALICE).send();

    ReceivedCookie cleared =
        client.post("/api/logout").cookie(login.onlyCookie().pair()).send().onlyCookie();

    assertThat(cleared.pair()).isEqualTo("sid=");
    assertThat(cleared.attributes())
        .containsAll(login.onlyCookie().attributes())
        .contains("Max-Age=0", "Expires=Thu, 01 Jan 1970 00:00:00 GMT");
  }

  @Test
  void logoutOfAPage_redirects() {
    Login login = client.logIn(ALICE);

    WireAnswer answer =
        client.post("/api/logout").acceptingHtml().fromOwnPage().cookie(login.cookie()).send();

    assertThat(answer).hasStatus(303).hasHeader("Location", "/").isNotStored();
    assertThat(answer.onlyCookie().pair()).isEqualTo("sid=");
    assertEnded(login);
  }

  @Test
  @Tag("X3")
  void logout_bySafeMethod_endsNothing() {
    Login login = client.logIn(ALICE);

    for (String method : new String[] {"GET", "HEAD", "OPTIONS"}) {
      assertThat(
              client.request(method, "/api/logout").cookie(login.cookie()).send().headers("Allow"))
          .isNotEmpty();
    }

    assertAlive(login);
  }
}
