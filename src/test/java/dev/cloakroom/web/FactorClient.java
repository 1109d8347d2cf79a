package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.NumberFactor;
import jakarta.json.JsonObject;

/** Logs alice in, who has a second factor, at some endpoints. */
record FactorClient(Endpoints endpoints) {
  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";
  static final String COOKIE = "__Host-sid-factor";

  static FakeRequest password() {
    return FakeRequest.post("/login")
        .body(JSON, "{\"username\":\"alice\",\"password\":\"correct horse\"}");
  }

  static FakeRequest ofBrowser(FakeRequest request) {
    return request.header("Sec-Fetch-Site", "same-origin");
  }

  /** A program's answer to the password. */
  JsonObject begun() {
    return Endpoints.json(login(password()));
  }

  FakeResponse login(FakeRequest request) {
    return Endpoints.send(endpoints.login, request);
  }

  FakeResponse factor(FakeRequest request) {
    return Endpoints.send(endpoints.factor, request);
  }

  /** The right answer to what a login asks, by a program. */
  FakeResponse proven(JsonObject begun) {
    return answered(begun, rightTo(begun));
  }

  FakeResponse answered(JsonObject begun, String answer) {
    return factor(answer(answer, begun.getString("factorToken")));
  }

  static String rightTo(JsonObject asked) {
    return NumberFactor.right(asked.getJsonObject("challenges").getString("number"));
  }

  static FakeRequest answer(String answer, String ticket) {
    return answer("number", answer, ticket);
  }

  static FakeRequest answer(String method, String answer, String ticket) {
    String body = "{\"method\":\"%s\",\"answer\":\"%s\",\"factorToken\":\"%s\"}";
    return FakeRequest.post("/login/factor").body(JSON, body.formatted(method, answer, ticket));
  }

  /** An answer by a client that has a cookie. */
  static FakeRequest answer(String answer) {
    return FakeRequest.post("/login/factor")
        .body(JSON, "{\"method\":\"number\",\"code\":\"" + answer + "\"}");
  }

  /** The pair of a cookie that an answer sets, as a client sends it. */
  static String pair(FakeResponse response, String name) {
    return response.cookies().stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.split(";", 2)[0])
        .findFirst()
        .orElseThrow();
  }

  /** Neither is anybody told that she is. */
  void assertNobodyIsLoggedIn() {
    assertThat(endpoints.app.store.findByCaller("alice")).isEmpty();
    assertThat(endpoints.app.eventsOf(LoggedIn.class)).isEmpty();
  }

  static void assertRefused(FakeResponse response, String reason) {
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(Endpoints.reason(response)).isEqualTo(reason);
    assertThat(response.cookies()).noneMatch(cookie -> cookie.startsWith("__Host-sid="));
  }
}
