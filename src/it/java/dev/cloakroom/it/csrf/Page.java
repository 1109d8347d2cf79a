package dev.cloakroom.it.csrf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;

/** A browser with a page of the application: says so with each request. */
final class Page {
  static final String HEADER = "X-CSRF-Token";
  static final String FIELD = "_csrf";

  private final ProbeClient browser;

  private Page(ProbeClient browser) {
    this.browser = browser.header("Sec-Fetch-Site", "same-origin");
  }

  /** A visitor's. */
  static Page of(ProbeClient client) {
    return new Page(client.another());
  }

  /** The same browser as it is now, in another tab or as a copy. */
  Page copy() {
    return new Page(browser.copy());
  }

  ProbeClient browser() {
    return browser;
  }

  /** A token, as scripts get it. */
  String token() {
    JsonObject answer = browser.json("auth/csrf");
    assertThat(answer.getString("headerName")).isEqualTo(HEADER);
    assertThat(answer.getString("parameterName")).isEqualTo(FIELD);
    return answer.getString("token");
  }

  /** This page, which sends a token with each request by header. */
  Page showing(String token) {
    Page showing = copy();
    showing.browser.header(HEADER, token);
    return showing;
  }

  /** Logs in, with a token. */
  Page logIn(String name) {
    HttpResponse<String> answer =
        browser.post(
            ProbeClient.LOGIN, Map.of("username", name, "password", "pw-" + name, FIELD, token()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return this;
  }

  /** How many notes the application has. */
  String notes() {
    return browser.get("rest/notes").body();
  }

  static void assertRefused(HttpResponse<String> answer, String reason) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    JsonObject problem = ProbeClient.parse(answer.body());
    assertThat(problem.getString("reason")).isEqualTo(reason);
    assertThat(problem.getString("detail"))
        .contains(HEADER, FIELD)
        .containsPattern("GET /[a-z-]+/auth/csrf gives one");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).startsWith("no-store");
  }
}
