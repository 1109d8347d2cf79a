package dev.cloakroom.it.crossorigin;

import static dev.cloakroom.it.crossorigin.CorsWars.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser asks before it sends a request is answered at once, whoever its visitor is. */
@OnServerWith(CorsWars.class)
@Tag("X11")
class PreflightIT {
  private static final String ORIGIN = "Origin: " + APP;
  private static final String METHOD = "Access-Control-Request-Method: PUT";
  private static final String HEADERS = "Access-Control-Request-Headers: content-type,x-csrf-token";

  private final RunningServer server;

  PreflightIT(ServerProcess process) {
    server = process.server();
  }

  private RawExchange options(String path, String... headers) {
    return RawExchange.at(server.http(), "OPTIONS", "/" + path, "", headers);
  }

  private static void assertAllowed(RawExchange preflight) {
    assertThat(preflight.status()).as(preflight.text()).isEqualTo(204);
    assertThat(preflight.values("Access-Control-Allow-Origin")).containsExactly(APP);
    assertThat(preflight.values("Access-Control-Allow-Credentials")).containsExactly("true");
    assertThat(preflight.values("Access-Control-Allow-Methods"))
        .containsExactly("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    assertThat(preflight.values("Access-Control-Allow-Headers"))
        .singleElement()
        .asString()
        .contains("Content-Type", "X-CSRF-Token");
    assertThat(preflight.values("Access-Control-Max-Age")).containsExactly("3600");
    assertThat(preflight.values("Vary")).singleElement().asString().startsWith("Origin, ");
    assertThat(preflight.cookies()).isEmpty();
    assertThat(preflight.text()).endsWith("\r\n\r\n");
  }

  private static void assertRefused(RawExchange preflight, int status) {
    assertThat(preflight.status()).as(preflight.text()).isEqualTo(status);
    assertThat(preflight.text()).doesNotContainIgnoringCase("Access-Control-Allow-");
    assertThat(preflight.values("Vary")).singleElement().asString().startsWith("Origin, ");
    assertThat(preflight.cookies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shared/page",
        "shared/declared/page",
        "shared/declared/options",
        "shared/declared/static.html",
        "shared/declared/stream",
        "shared/declared/nothing-here",
        "shared/options",
        "shared/public.html",
        "shared/rest/page",
        "shared/stream",
        "shared/chat",
        "shared/nothing-here",
        "shared/auth/login",
        "shared/auth/session",
        "shared/auth/sessions/of-somebody",
        "cors-guarded/",
        "cors-guarded/page",
        "cors-guarded/a%20b/%C3%A4",
        "cors-guarded/rest/page",
        "cors-guarded/public.html",
        "cors-guarded/auth/login",
        "cors-guarded/auth/logout",
        "both/page",
        "both/declared/page"
      })
  void preflight_isAnswered_andAnotherPagesIsRefused(String path) {
    assertAllowed(options(path, ORIGIN, METHOD, HEADERS));
    assertRefused(options(path, "Origin: https://evil.test", METHOD, HEADERS), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared/page", "shared/declared/page", "cors-guarded/auth/session"})
  void preflight_withAnyCredential_isAnsweredAlike(String path) {
    ProbeClient user = ProbeClient.over(server).another("shared/");
    String token = user.login("user-preflight").getString("accessToken");
    String alive = "Cookie: " + ProbeClient.TICKET + "=" + user.ticket();
    assertAllowed(options(path, ORIGIN, METHOD, HEADERS, alive));
    assertAllowed(options(path, ORIGIN, METHOD, HEADERS, "Authorization: Bearer " + token));
    user.post(ProbeClient.LOGOUT);

    assertAllowed(options(path, ORIGIN, METHOD, HEADERS, alive));
    assertAllowed(options(path, ORIGIN, METHOD, HEADERS, "Authorization: Bearer " + token));
    assertAllowed(options(path, ORIGIN, METHOD, HEADERS, "Cookie: sid=a; sid=b; JSESSIONID=x"));
    assertAllowed(options(path, ORIGIN, METHOD, HEADERS, "Authorization: Bearer nonsense"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Origin: null                       | Access-Control-Request-Method: PUT   | x-csrf-token",
        "Origin: https://app.test:8443      | Access-Control-Request-Method: PUT   | x-csrf-token",
        "Origin: https://app.test           | Access-Control-Request-Method: TRACE | x-csrf-token",
        "Origin: https://app.test           | Access-Control-Request-Method: put   | x-csrf-token",
        "Origin: https://app.test           | Access-Control-Request-Method: PUT   | x-other"
      })
  @Tag("X8")
  @Tag("X16")
  void preflight_ofWhatIsNotAllowed_isRefused(String origin, String method, String headers) {
    String asked = "Access-Control-Request-Headers: " + headers;

    assertRefused(options("shared/page", origin, method, asked), 403);
    assertRefused(options("shared/declared/page", origin, method, asked), 403);
  }

  @Test
  @Tag("X19")
  void preflight_withTwoOrigins_isRefused() {
    assertRefused(options("shared/page", ORIGIN, ORIGIN, METHOD), 400);
    assertRefused(options("shared/declared/page", ORIGIN, ORIGIN, METHOD), 400);
  }

  @Test
  void preflight_toAPrivateNetwork_isNotGranted() {
    assertThat(
            options("shared/page", ORIGIN, METHOD, "Access-Control-Request-Private-Network: true")
                .values("Access-Control-Allow-Private-Network"))
        .isEmpty();
  }

  /** What is no preflight goes where it went before. */
  @Test
  void otherOptions_areTheApplications() {
    RawExchange ofAPage = options("shared/options", ORIGIN);

    assertThat(ofAPage.status()).isEqualTo(299);
    assertThat(ofAPage.values("Access-Control-Allow-Origin")).containsExactly(APP);
    assertThat(options("shared/options", METHOD).status()).isEqualTo(299);
    assertThat(options("shared/declared/options", ORIGIN).status()).isEqualTo(401);
    assertThat(options("shared/auth/session").values("Allow"))
        .containsExactly("GET, HEAD, OPTIONS");
  }
}
