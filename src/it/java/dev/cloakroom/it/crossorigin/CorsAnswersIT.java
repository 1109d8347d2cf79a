package dev.cloakroom.it.crossorigin;

import static dev.cloakroom.it.crossorigin.CorsWars.APP;
import static dev.cloakroom.it.crossorigin.CorsWars.OTHER_APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever answers, and whatever: an allowed page can read it, and no other page can. */
@OnServerWith(CorsWars.class)
@Tag("X9")
@Tag("X10")
class CorsAnswersIT {
  private final RunningServer server;
  private final ProbeClient client;

  CorsAnswersIT(ServerProcess process) {
    server = process.server();
    client = ProbeClient.over(server).another("shared/");
  }

  private ProbeClient page(String origin) {
    return client.copy().header("Origin", origin).header("Sec-Fetch-Site", "cross-site");
  }

  static Stream<Arguments> answers() {
    return Stream.of(
            "200, page?do=who",
            "200, page?do=who&do=reset",
            "200, public.html",
            "200, rest/page?do=who",
            "200, stream",
            "200, auth/.well-known/jwks.json",
            "302, page?do=set:Location=/x&do=status:302",
            "401, declared/page",
            "401, declared/static.html",
            "401, declared/stream",
            "401, declared/nothing-here",
            "401, auth/session",
            "401, page?do=admin",
            "401, rest/page?do=admin",
            "403, page?do=status:403",
            "404, nothing-here",
            "404, rest/nothing-here",
            "404, page?do=error:404",
            "405, auth/login",
            "413, page?do=error:413",
            "418, page?do=error:418",
            "429, page?do=status:429",
            "500, page?do=error:500",
            "500, page?do=fail",
            "500, page?do=crash",
            "500, paged-failure",
            "500, rest/page?do=crash",
            "503, page?do=store",
            "503, page?do=error:503")
        .map(line -> line.split(", ", 2))
        .map(parts -> Arguments.of(Integer.valueOf(parts[0]), parts[1]));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answer_isReadableByTheAllowedPages_only(int status, String path) {
    HttpResponse<String> answer = page(APP).get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    new CorsAnswer(answer).assertReadableBy(APP);
    new CorsAnswer(page(OTHER_APP).get(path)).assertReadableBy(OTHER_APP);
    CorsAnswer ofEvil = new CorsAnswer(page("https://evil.test").get(path));
    CorsAnswer ofNobody = new CorsAnswer(client.get(path));
    if (path.contains("fail") || path.contains("crash")) {
      ofEvil.assertGrantsNothing();
      ofNobody.assertGrantsNothing();
    } else {
      ofEvil.assertReadableByNobody();
      ofNobody.assertReadableByNobody();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page?do=who",
        "declared/page?do=who",
        "declared/static.html",
        "declared/stream",
        "auth/session",
        "rest/page?do=who"
      })
  void answer_toALogin_isReadableByTheAllowedPages_only(String path) {
    client.login("user-reading");

    HttpResponse<String> answer = page(APP).get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    new CorsAnswer(answer).assertReadableBy(APP);
    new CorsAnswer(page("https://evil.test").get(path)).assertReadableByNobody();
  }

  /** On the first try: log in, write, log out, from a page of another origin. */
  @Test
  @Tag("X5")
  @Tag("X6")
  void allowedPage_logsInAndOut_andAnotherCannot() {
    Map<String, String> form = Map.of("username", "user-spa", "password", "pw-user-spa");
    ProbeClient app = page(APP);
    ProbeClient evil = page("https://evil.test");

    HttpResponse<String> login = app.post(ProbeClient.LOGIN, form);
    assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
    new CorsAnswer(login).assertReadableBy(APP);
    new CorsAnswer(app.get("auth/session")).assertReadableBy(APP);
    HttpResponse<String> refused = evil.post(ProbeClient.LOGIN, form);
    assertThat(refused.statusCode()).isEqualTo(403);
    new CorsAnswer(refused).assertReadableByNobody();

    HttpResponse<String> forged =
        evil.cookie(ProbeClient.TICKET, app.ticket()).post(ProbeClient.LOGOUT);
    assertThat(forged.statusCode()).isEqualTo(403);
    new CorsAnswer(forged).assertReadableByNobody();
    assertThat(app.get("auth/session").statusCode()).isEqualTo(200);
    HttpResponse<String> logout = app.post(ProbeClient.LOGOUT);
    assertThat(logout.statusCode()).isEqualTo(200);
    new CorsAnswer(logout).assertReadableBy(APP);
    assertThat(app.get("auth/session").statusCode()).isEqualTo(401);
  }

  /** What the page has already, and is still good. */
  @Test
  void unchangedFile_isReadableAgain() {
    String path = "public.html";
    String changed = page(APP).get(path).headers().firstValue("Last-Modified").orElseThrow();

    HttpResponse<String> answer = page(APP).header("If-Modified-Since", changed).get(path);

    assertThat(answer.statusCode()).isEqualTo(304);
    new CorsAnswer(answer).assertReadableBy(APP);
  }

  @Test
  void refusalsOfALogin_areReadable() {
    HttpResponse<String> wrong =
        page(APP).post(ProbeClient.LOGIN, Map.of("username", "user-x", "password", "wrong"));
    HttpResponse<String> large =
        page(APP).post(ProbeClient.LOGIN, "application/json", "x".repeat(100_000));

    assertThat(wrong.statusCode()).isEqualTo(401);
    new CorsAnswer(wrong).assertReadableBy(APP);
    assertThat(large.statusCode()).isEqualTo(413);
    new CorsAnswer(large).assertReadableBy(APP);
  }

  /** Its page can tell the visitor how long. */
  @Test
  @Tag("P1")
  void loginThatHasToWait_isReadable_andSaysHowLong() {
    Map<String, String> wrong = Map.of("username", "user-waits", "password", "wrong");
    for (int i = 0; i < 5; i++) {
      assertThat(page(APP).post(ProbeClient.LOGIN, wrong).statusCode()).isEqualTo(401);
    }

    HttpResponse<String> waits = page(APP).post(ProbeClient.LOGIN, wrong);

    assertThat(waits.statusCode()).isEqualTo(429);
    assertThat(waits.headers().firstValue("Retry-After")).isPresent();
    assertThat(waits.headers().firstValue("Access-Control-Expose-Headers"))
        .hasValueSatisfying(names -> assertThat(names).contains("Retry-After"));
    new CorsAnswer(waits).assertReadableBy(APP);
  }

  /** A WebSocket of an allowed page is its visitor's, and one of another page is nobody's. */
  @Test
  @Tag("X1")
  void handshake_ofTheAllowedPage_isItsVisitors() throws Exception {
    client.login("user-chatting");
    String cookie = ProbeClient.TICKET + "=" + client.ticket();
    Handshake handshake = new Handshake(server);
    String path = "shared/declared/chat";

    HttpResponse<?> ofEvil =
        handshake.refusal(path, "Cookie", cookie, "Origin", "https://evil.test");
    HttpResponse<?> ofNobody = handshake.refusal(path, "Origin", APP);

    assertThat(ofEvil).extracting(HttpResponse::statusCode).isEqualTo(403);
    new CorsAnswer(Objects.requireNonNull(ofEvil)).assertReadableByNobody();
    assertThat(ofNobody).extracting(HttpResponse::statusCode).isEqualTo(401);
    new CorsAnswer(Objects.requireNonNull(ofNobody)).assertReadableBy(APP);
    assertThat(handshake.refusal(path, "Cookie", cookie, "Origin", APP)).isNull();
  }
}
