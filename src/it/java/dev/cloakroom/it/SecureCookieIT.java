package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static dev.cloakroom.it.DemoCaller.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The session cookie over HTTPS, over plain HTTP in development, and in strange company. */
@OnServer
class SecureCookieIT {
  private final WireClient http;
  private final WireClient https;

  SecureCookieIT(RunningServer server) {
    this.http = WireClient.overHttp(server);
    this.https = WireClient.overHttps(server);
  }

  @Test
  @Tag("C1")
  @Tag("C2")
  @Tag("C3")
  @Tag("C6")
  void cookieOverHttps_hasThePrefixAndAllItsAttributes() {
    ReceivedCookie cookie = https.login(ALICE).send().onlyCookie();

    assertThat(cookie.name()).isEqualTo("__Host-sid");
    assertThat(cookie.attributes())
        .containsExactlyInAnyOrder("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
    assertThat(https.get("/api/me").cookie(cookie.pair()).send()).isOf(ALICE);
  }

  @Test
  @Tag("C2")
  @Tag("C3")
  void cookieOverPlainHttp_inDevelopment_hasNeitherPrefixNorSecure() {
    ReceivedCookie cookie = http.login(ALICE).send().onlyCookie();

    assertThat(cookie.name()).isEqualTo("sid");
    assertThat(cookie.attributes()).containsExactlyInAnyOrder("Path=/", "HttpOnly", "SameSite=Lax");
  }

  @Test
  @Tag("C1")
  void logoutOverHttps_clearsTheCookieAsItWasSet() {
    Login login = https.logIn(ALICE);

    ReceivedCookie cleared = https.post("/api/logout").cookie(login.cookie()).send().onlyCookie();

    assertThat(cleared.pair()).isEqualTo("__Host-sid=");
    assertThat(cleared.attributes())
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=0");
    assertThat(https.meByCookie(login)).isProblem(401, "session-ended");
  }

  @Test
  @Tag("C3")
  void ticket_isInTheCookieOnly() {
    WireAnswer answer = https.login(ALICE).send();

    assertThat(answer.body()).doesNotContain(answer.onlyCookie().value().substring(23));
  }

  /** A plain cookie can be planted by a sibling domain or over plain HTTP. */
  @Test
  @Tag("C1")
  void cookieWithoutThePrefix_isNotTakenOverHttps() {
    Login login = https.logIn(ALICE);

    assertThat(https.get("/api/me").cookie("sid=" + login.ticket()).send())
        .isProblem(401, "not-authenticated");
    assertThat(https.meByCookie(login)).isOf(ALICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"__host-sid", "__HOST-SID", "__Host-SID", "__Host-sid2", "x__Host-sid"})
  @Tag("C8")
  void cookieOfAnotherName_isNotOurs(String name) {
    Login login = https.logIn(ALICE);

    assertThat(https.get("/api/me").cookie(name + "=" + login.ticket()).send())
        .isProblem(401, "not-authenticated");
    assertThat(https.meByCookie(login)).isOf(ALICE);
  }

  @Test
  void twoTicketsOfOneName_areRefusedInEitherOrder() {
    String alice = https.logIn(ALICE).cookie();
    String bob = https.logIn(BOB).cookie();

    assertThat(https.get("/api/me").cookie(alice + "; " + bob).send())
        .isProblem(400, "ambiguous-credentials");
    assertThat(https.get("/api/me").cookie(bob + "; " + alice).send())
        .isProblem(400, "ambiguous-credentials");
  }

  @Test
  @Tag("C7")
  void twoTicketsInTwoHeaders_areRefused_theSameTwiceIsNot() {
    String alice = https.logIn(ALICE).cookie();
    String bob = https.logIn(BOB).cookie();

    assertThat(https.get("/api/me").cookie(alice).cookie(bob).send())
        .isProblem(400, "ambiguous-credentials");
    assertThat(https.get("/api/me").cookie(alice).cookie(alice).send()).isOf(ALICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%1$s; %1$s",
        "a=b; %1$s; c=d",
        "a=b;%1$s;c=d",
        ";;; %1$s ;",
        "sid=other; %1$s",
        "$Version=1; %1$s; $Path=\"/\"; $Domain=127.0.0.1",
        "a=\"b; %1$s",
        "%1$s; =; x"
      })
  @Tag("C7")
  void cookieInCompany_isFound(String header) {
    Login login = https.logIn(ALICE);

    assertThat(https.get("/api/me").cookie(header.formatted(login.cookie())).send()).isOf(ALICE);
  }

  @Test
  void quotedValue_isTheSame() {
    Login login = https.logIn(ALICE);
    String quoted = "$Version=\"1\"; __Host-sid=\"" + login.ticket() + "\"; $Path=\"/\"";

    assertThat(https.get("/api/me").cookie(quoted).send()).isOf(ALICE);
  }

  @Test
  @Tag("C9")
  void ticket_tellsNothingOfTheCaller() {
    assertThat(https.logIn(ALICE).ticket()).matches("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");
  }
}
