package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The endpoints where tokens are asked for. */
class CsrfEndpointsTest {
  private static final String JSON = "{\"username\":\"alice\",\"password\":\"correct horse\"}";
  private static final String VISITOR = "AAAAAAAAAAAAAAAAAAAAAA";

  private final Endpoints endpoints = new Endpoints(Map.of("cloakroom.csrf", "token"));
  private final TestApplication app = endpoints.app;
  private final OpenedSession login = app.browserLogin("alice");
  private final String token = app.csrfTokens.of(CsrfHolder.login(login.session().id()));
  private final String visitors = app.csrfTokens.of(CsrfHolder.visitor(VISITOR));

  private static FakeRequest ofBrowser(FakeRequest request) {
    return request.header("Sec-Fetch-Site", "same-origin");
  }

  private FakeRequest byCookie(FakeRequest request) {
    return Endpoints.by(login, ofBrowser(request)).cookie(TestApplication.cookieOf(login));
  }

  private static FakeRequest login(String body) {
    return ofBrowser(FakeRequest.post("/login"))
        .cookie("__Host-sid-csrf=" + VISITOR)
        .body(
            body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded", body);
  }

  @Test
  @Tag("X4")
  void csrf_givesATokenAndSaysHowToSendIt() {
    FakeResponse answer = Endpoints.send(endpoints.csrf, byCookie(FakeRequest.get("/csrf")));
    JsonObject body = Endpoints.json(answer);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(body.keySet()).containsExactly("headerName", "parameterName", "token");
    assertThat(body.getString("headerName")).isEqualTo("X-CSRF-Token");
    assertThat(body.getString("parameterName")).isEqualTo("_csrf");
    assertThat(app.csrfTokens.isOf(body.getString("token"), CsrfHolder.login(login.session().id())))
        .isTrue();
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  @Tag("X1")
  void endpointsThatChangeSomething_needTheToken() {
    FakeResponse refused = Endpoints.send(endpoints.logout, byCookie(FakeRequest.post("/logout")));
    assertThat(Endpoints.reason(refused)).isEqualTo("csrf-token-missing");
    refused = Endpoints.send(endpoints.sessions, byCookie(FakeRequest.of("DELETE", "/sessions")));
    assertThat(Endpoints.reason(refused)).isEqualTo("csrf-token-missing");

    FakeRequest logout = byCookie(FakeRequest.post("/logout")).header("X-CSRF-Token", token);
    assertThat(Endpoints.send(endpoints.logout, logout).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("X6")
  void login_needsTheTokenOfItsVisitor() {
    FakeResponse refused = Endpoints.send(endpoints.login, login(JSON));
    assertThat(refused.getStatus()).isEqualTo(403);
    assertThat(Endpoints.json(refused).getString("detail")).contains("GET /app/csrf");
    assertThat(refused.cookies()).isEmpty();
    assertThat(app.eventsOf(LoginFailed.class))
        .extracting(LoginFailed::reason)
        .containsExactly("csrf-token-missing");

    FakeRequest header = login(JSON).header("X-CSRF-Token", visitors);
    assertThat(Endpoints.send(endpoints.login, header).getStatus()).isEqualTo(200);
    String form = "username=alice&password=correct+horse&_csrf=";
    assertThat(Endpoints.send(endpoints.login, login(form + visitors)).getStatus()).isEqualTo(200);
    assertThat(Endpoints.reason(Endpoints.send(endpoints.login, login(form + token))))
        .isEqualTo("csrf-token-invalid");
  }

  @Test
  @Tag("X6")
  void login_withAWrongPasswordAndTheToken_isRefusedForThePassword() {
    String form = "username=alice&password=wrong&_csrf=" + visitors;

    assertThat(Endpoints.reason(Endpoints.send(endpoints.login, login(form))))
        .isEqualTo("invalid-credentials");
  }

  @Test
  void refresh_needsNone() {
    FakeResponse answer =
        Endpoints.send(endpoints.refresh, ofBrowser(FakeRequest.post("/refresh")).bearer("x"));

    assertThat(answer.getStatus()).isEqualTo(401);
  }
}
