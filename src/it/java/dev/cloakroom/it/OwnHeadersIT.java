package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static dev.cloakroom.it.DemoCaller.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our answers tell browsers to make of them, and that others are left as they are. */
@OnServer
@Tag("X12")
class OwnHeadersIT {
  private static final Set<String> ABOUT_BROWSERS =
      Set.of(
          "Content-Security-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy",
          "Referrer-Policy",
          "Strict-Transport-Security",
          "X-Content-Type-Options");

  private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9_-]{22})'");

  private final WireClient http;
  private final WireClient https;

  OwnHeadersIT(RunningServer server) {
    this.http = WireClient.overHttp(server);
    this.https = WireClient.overHttps(server);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,     /api/session,               200",
    "HEAD,    /api/session,               200",
    "GET,     /api/sessions,              200",
    "POST,    /api/logout,                200",
    "DELETE,  /api/sessions/x,            404",
    "GET,     /api/.well-known/jwks.json, 200",
    "PUT,     /api/session,               405",
    "OPTIONS, /api/session,               204",
    "POST,    /api/refresh,               400",
    "GET,     /api/admin,                 403"
  })
  void answer_ofOurs_isData(String method, String path, int status) {
    String cookie = https.logIn(BOB).cookie();

    assertThat(https.request(method, path).cookie(cookie).send()).hasStatus(status).isData();
  }

  @Test
  void login_isData_overPlainHttpToo() {
    assertThat(http.login(ALICE).send()).hasStatus(200).isData();
    assertThat(https.login(ALICE).send()).hasStatus(200).isData();
  }

  /** Who opened the window for the page that it leads to is that page's affair. */
  @Test
  void redirect_saysNothingOfWhoOpenedTheWindow() {
    WireAnswer answer =
        https.post("/api/login").acceptingHtml().form("username=alice&password=123").send();

    assertThat(answer)
        .hasStatus(303)
        .hasHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .hasNoHeader("Cross-Origin-Opener-Policy");
  }

  /** The demo's own pages, as an example: a browser runs nothing but what they name. */
  @ParameterizedTest
  @CsvSource({"/", "/index.html", "/another?target=https://shop.test"})
  void pageOfTheDemo_namesItsScriptsByANonce(String path) {
    WireAnswer first = https.get(path).send();
    WireAnswer second = https.get(path).send();
    String policy = first.header("Content-Security-Policy");

    assertThat(first)
        .hasStatus(200)
        .isNotStored()
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
        .hasNoHeader("Strict-Transport-Security");
    assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(policy).isNotEqualTo(second.header("Content-Security-Policy"));
    assertThat(NONCE.matcher(policy).results().map(found -> found.group(1)).distinct())
        .singleElement()
        .satisfies(nonce -> assertThat(first.body()).contains("nonce=\"" + nonce + "\""));
    assertThat(first.body()).doesNotContain("{nonce}");
  }

  /** What a page may ask is part of its policy: nothing else gets in there. */
  @ParameterizedTest
  @CsvSource({"/another", "/another?target=https://shop.test;script-src%20*", "/another?target=*"})
  void pageOfAnotherOrigin_takesNothingButAnOrigin(String path) {
    assertThat(https.get(path).send()).hasStatus(400).hasNoHeader("Content-Security-Policy");
    assertThat(
            https.get("/another?target=https://shop.test").send().header("Content-Security-Policy"))
        .contains("connect-src 'self' https://shop.test;");
  }

  /** Not even HSTS, which a browser would hold against each port of the host. */
  @ParameterizedTest
  @CsvSource({"/api/public", "/api/me", "/app.js", "/api/nothing"})
  void answer_ofTheApplication_isLeftAsItIs(String path) {
    WireAnswer answer = https.get(path).cookie(https.logIn(ALICE).cookie()).send();

    ABOUT_BROWSERS.forEach(assertThat(answer)::hasNoHeader);
  }
}
