package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static dev.cloakroom.it.DemoCaller.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code Authorization} header: where a token counts, and what comes before what. */
@OnServer
class BearerIT {
  private static final String BARE = "Bearer realm=\"cloakroom\"";

  private final WireClient client;

  BearerIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/api/profile", "/api/orders", "/api/protected"})
  @Tag("B1")
  void accessToken_opensWhatTheCallerMaySee(String path) {
    assertThat(client.get(path).bearer(client.logIn(ALICE).accessToken()).send()).isOf(ALICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer ", "BEARER ", "bEaReR ", "Bearer    "})
  void scheme_inAnyCaseAndWithMoreSpace_isTheSame(String scheme) {
    String header = scheme + client.logIn(ALICE).accessToken();

    assertThat(client.get("/api/me").with("Authorization", header).send()).isOf(ALICE);
  }

  @Test
  void accessToken_besideACookie_wins() {
    Login alice = client.logIn(ALICE);
    Login bob = client.logIn(BOB);

    assertThat(client.get("/api/me").cookie(bob.cookie()).bearer(alice.accessToken()).send())
        .isOf(ALICE);
    assertThat(client.meByCookie(bob)).isOf(BOB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer", "Bearer x", "Bearer  ", "Bearer a b", "Bearer a,b", "Bearer \"a\""})
  void invalidToken_besideAValidCookie_neverFallsBack(String header) {
    Login login = client.logIn(ALICE);

    WireAnswer answer =
        client.get("/api/me").cookie(login.cookie()).with("Authorization", header).send();

    assertThat(answer).isProblem(401, "invalid-token");
    assertThat(answer.header("WWW-Authenticate")).startsWith(BARE + ", error=\"invalid_token\"");
    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  @Test
  void endedToken_besideAValidCookie_neverFallsBack() {
    Login ended = client.logIn(ALICE);
    Login live = client.logIn(ALICE);
    assertThat(client.post("/api/logout").bearer(ended.accessToken()).send()).hasStatus(200);

    assertThat(client.get("/api/me").cookie(live.cookie()).bearer(ended.accessToken()).send())
        .isProblem(401, "session-ended");
    assertThat(client.meByCookie(live)).isOf(ALICE);
  }

  @Test
  @Tag("B3")
  void twoAuthorizationHeaders_areRefused_evenIfEqual() {
    String token = client.logIn(ALICE).accessToken();

    WireAnswer twice = client.get("/api/me").bearer(token).bearer(token).send();

    assertThat(twice).isProblem(400, "ambiguous-credentials");
    assertThat(twice.header("WWW-Authenticate")).startsWith(BARE + ", error=\"invalid_request\"");
    assertThat(client.get("/api/me").bearer(token).send()).isOf(ALICE);
  }

  @Test
  void refreshToken_onAResource_isNoAccessToken() {
    Login login = client.logIn(ALICE);

    assertThat(client.get("/api/me").bearer(login.refreshToken()).send())
        .isProblem(401, "invalid-token");
    assertThat(client.refresh(login.refreshToken())).hasStatus(200);
  }

  @Test
  void ticket_asBearerToken_isNoAccessToken() {
    Login login = client.logIn(ALICE);

    assertThat(client.get("/api/me").bearer(login.ticket()).send()).isProblem(401, "invalid-token");
    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  @Test
  void accessToken_asCookie_isNoTicket() {
    Login login = client.logIn(ALICE);

    assertThat(client.get("/api/me").cookie("sid=" + login.accessToken()).send())
        .isProblem(401, "invalid-token")
        .hasHeader("WWW-Authenticate", BARE);
    assertThat(client.meByToken(login)).isOf(ALICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "token", "bearer", "Authorization"})
  @Tag("B2")
  void tokenInTheUrl_isIgnored(String parameter) {
    String token = client.logIn(ALICE).accessToken();

    WireAnswer answer = client.get("/api/me?" + parameter + "=" + token).send();

    assertThat(answer).isProblem(401, "not-authenticated");
    assertThat(answer.body()).doesNotContain(token);
  }

  @Test
  @Tag("B2")
  void tokenInAForm_isIgnored() {
    Login login = client.logIn(ALICE);

    assertThat(client.post("/api/logout").form("access_token=" + login.accessToken()).send())
        .hasStatus(200);

    assertThat(client.meByToken(login)).isOf(ALICE);
  }

  @Test
  @Tag("B4")
  void challenge_whenNothingWasShown_isBare() {
    assertThat(client.get("/api/me").send())
        .isProblem(401, "not-authenticated")
        .hasHeader("WWW-Authenticate", BARE);
  }

  @Test
  @Tag("B4")
  void callerWithoutTheRole_isForbidden_withoutAChallenge() {
    assertThat(client.get("/api/admin").bearer(client.logIn(ALICE).accessToken()).send())
        .isProblem(403, "forbidden")
        .hasNoHeader("WWW-Authenticate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YWxpY2U6MTIz", "Digest x", "Bearerx y", "Negotiate", "DPoP x"})
  void otherScheme_isNotOurs_soThatTheCookieCounts(String header) {
    Login login = client.logIn(ALICE);

    assertThat(client.get("/api/me").with("Authorization", header).cookie(login.cookie()).send())
        .isOf(ALICE);
    assertThat(client.get("/api/me").with("Authorization", header).send())
        .isProblem(401, "not-authenticated")
        .hasHeader("WWW-Authenticate", BARE);
  }

  @Test
  void invalidToken_onAPublicResource_doesNoHarm() {
    assertThat(client.get("/api/public").bearer("x").send())
        .hasStatus(200)
        .hasNoHeader("WWW-Authenticate");
  }
}
