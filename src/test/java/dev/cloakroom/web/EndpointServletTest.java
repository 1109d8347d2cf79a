package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.json;
import static dev.cloakroom.web.Endpoints.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointServletTest {
  private final Endpoints endpoints = new Endpoints(Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "TRACE", "CONNECT", "FOO", "get", "POST"})
  @Tag("X16")
  @Tag("X17")
  void methodThatIsNotAnswered_is405WithThoseThatAre(String method) {
    FakeResponse response = send(endpoints.jwks, FakeRequest.of(method, "/.well-known/jwks.json"));

    assertThat(response.getStatus()).isEqualTo(405);
    assertThat(response.getHeader("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(json(response).getInt("status")).isEqualTo(405);
  }

  @Test
  void options_saysTheMethodsOfEach() {
    List<EndpointServlet> all =
        List.of(
            endpoints.jwks,
            endpoints.sessions,
            endpoints.logout,
            endpoints.login,
            new Endpoints(Map.of("cloakroom.login.page", "/in.html")).login);

    assertThat(all)
        .extracting(endpoint -> send(endpoint, FakeRequest.of("OPTIONS", "/x")))
        .allMatch(response -> response.getStatus() == 204)
        .extracting(response -> response.getHeader("Allow"))
        .containsExactly(
            "GET, HEAD, OPTIONS",
            "GET, DELETE, HEAD, OPTIONS",
            "POST, OPTIONS",
            "POST, OPTIONS",
            "POST, GET, HEAD, OPTIONS");
  }

  @Test
  void head_isAnsweredAsGetIs() {
    FakeResponse get = send(endpoints.jwks, FakeRequest.get("/.well-known/jwks.json"));
    FakeResponse head = send(endpoints.jwks, FakeRequest.of("HEAD", "/.well-known/jwks.json"));

    assertThat(head.getStatus()).isEqualTo(200);
    assertThat(head.getHeader("Content-Length")).isEqualTo(get.getHeader("Content-Length"));
    assertThat(send(endpoints.session, FakeRequest.of("HEAD", "/session")).getStatus())
        .isEqualTo(401);
  }

  @Test
  void jwks_isPublicCacheableAndHasNoPrivateKey() {
    FakeResponse response = send(endpoints.jwks, FakeRequest.get("/.well-known/jwks.json"));

    assertThat(response.getHeader("Content-Type")).isEqualTo("application/jwk-set+json");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("public, max-age=600");
    assertThat(json(response).getJsonArray("keys"))
        .singleElement()
        .satisfies(key -> assertThat(key.asJsonObject()).containsKey("x").doesNotContainKey("d"));
  }

  private static FakeRequest foreign(RequestLogin login) {
    FakeRequest request = FakeRequest.post("/logout").header("Sec-Fetch-Site", "cross-site");
    login.establish(request, new FakeResponse());
    return request;
  }

  @Test
  @Tag("X5")
  void pageOfAnotherOrigin_isRefusedByCookieAndAnsweredByToken() {
    OpenedSession opened = endpoints.app.apiLogin("alice");
    FakeRequest byTicket = foreign(new RequestLogin.ByTicket(opened.session(), opened.ticket()));
    FakeRequest byToken = foreign(new RequestLogin.ByToken(opened.session(), null));

    assertThat(send(endpoints.logout, byTicket).getStatus()).isEqualTo(403);
    assertThat(send(endpoints.logout, byToken).getStatus()).isEqualTo(200);
  }

  @Test
  void everyAnswer_isNotSniffed() {
    assertThat(
            send(endpoints.login, FakeRequest.post("/login")).getHeader("X-Content-Type-Options"))
        .isEqualTo("nosniff");
  }
}
