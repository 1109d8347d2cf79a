package dev.cloakroom.it.crossorigin;

import static dev.cloakroom.it.crossorigin.CorsWars.APP;
import static dev.cloakroom.it.crossorigin.CorsWars.OTHER_APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four rules of cookies for pages of other origins: whichever is broken is named. */
@OnServerWith(CorsWars.class)
class CorsRulesIT {
  private final RunningServer server;
  private final ServerLog log;

  CorsRulesIT(ServerProcess process) {
    server = process.server();
    log = process.log();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "any-origin | cloakroom.cors.allowed-origins=* | write cloakroom.cors.allow-credentials=false.",
        "not-secure | cloakroom.cookie.same-site=None  | write cloakroom.cookie.secure=always.",
        "forgeable  | cloakroom.cookie.same-site=None  | write cloakroom.csrf=auto."
      })
  @Tag("X9")
  void brokenRule_stopsTheDeployment(String war, String setting, String remedy) throws Exception {
    assertThat(ProbeClient.over(server).get(war + "/stream").statusCode()).isIn(404, 500);
    assertThat(log.textWith(remedy)).contains(setting + " (", remedy);
  }

  @Test
  void allowedPageOfAnotherSite_isWarnedOfOnce() throws Exception {
    ProbeClient page =
        ProbeClient.over(server)
            .another("shared/")
            .header("Origin", OTHER_APP)
            .header("Sec-Fetch-Site", "cross-site");
    page.get("public.html");
    page.get("public.html");

    assertThat(log.textWith("Pages of " + OTHER_APP))
        .containsOnlyOnce("Pages of " + OTHER_APP + ", which cloakroom.cors.allowed-origins names")
        .contains("cloakroom.cookie.partitioned=on");
  }

  private HttpResponse<String> explained(String origin, String path) {
    return ProbeClient.over(server)
        .another("explained/")
        .header("Origin", origin)
        .header("Sec-Fetch-Site", "cross-site")
        .get(path);
  }

  @Test
  void refusedPage_isToldWhy_whereThatIsAskedFor() throws Exception {
    HttpResponse<String> noCookie = explained(APP, "declared/page");

    assertThat(noCookie.statusCode()).isEqualTo(401);
    assertThat(noCookie.body()).contains("\"reason\":\"cookie-not-sent\"");
    new CorsAnswer(noCookie).assertReadableBy(APP);
    assertThat(log.textWith("GET /explained/declared/page of a page of " + APP))
        .contains("GET /explained/declared/page of a page of " + APP + " came without the session");
    assertThat(explained("https://evil.test", "declared/page").body())
        .contains("\"reason\":\"not-authenticated\"");
    assertThat(
            ProbeClient.over(server)
                .another("shared/")
                .header("Origin", APP)
                .get("declared/page")
                .body())
        .contains("\"reason\":\"not-authenticated\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.test, PUT,   x-csrf-token, origin-not-allowed",
    "https://app.test,  TRACE, x-csrf-token, requested-method-not-allowed",
    "https://app.test,  PUT,   x-other,      requested-header-not-allowed"
  })
  void refusedPreflight_isToldWhy_whereThatIsAskedFor(
      String origin, String method, String header, String reason) throws Exception {
    String[] headers = {
      "Origin: " + origin,
      "Access-Control-Request-Method: " + method,
      "Access-Control-Request-Headers: " + header
    };

    assertThat(preflight("/explained/page", headers).hasReason(reason)).isTrue();
    assertThat(preflight("/shared/page", headers).hasReason("cross-origin-refused")).isTrue();
    assertThat(log.textWith(reason)).contains("is refused: " + reason);
  }

  private RawExchange preflight(String path, String... headers) {
    return RawExchange.at(server.http(), "OPTIONS", path, "", headers);
  }

  @Test
  @Tag("C2")
  void partitionedCookies_areOursAndTheContainers() {
    ProbeClient client = ProbeClient.overHttps(server).another("partitioned/");
    Map<String, String> form = Map.of("username", "user-apart", "password", "pw-user-apart");

    HttpResponse<String> login = client.header("Origin", APP).post(ProbeClient.LOGIN, form);
    HttpResponse<String> session = client.get("page?do=session");

    assertThat(login.headers().allValues("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-sid")
                    .contains("SameSite=None", "Partitioned", "Secure"));
    assertThat(session.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("JSESSIONID=")
        .containsIgnoringCase("; SameSite=None")
        .containsIgnoringCase("; Partitioned")
        .containsIgnoringCase("; Secure");
  }
}
