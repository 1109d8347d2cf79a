package dev.cloakroom.testkit;

import static dev.cloakroom.testkit.CloakroomAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.sun.net.httpserver.HttpServer;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is demanded of answers. */
class ResponseAssertTest {
  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void refusing(Reason reason, String challenge) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = Problem.of(reason).json().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", Problem.CONTENT_TYPE);
            exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
            exchange.sendResponseHeaders(reason.status(), body.length);
            exchange.getResponseBody().write(body);
          }
        });
  }

  @Test
  void reason_ofAnAnswer_isFound() {
    refusing(Reason.TOKEN_EXPIRED, "Bearer error=\"invalid_token\"");
    LoginClient client = LoginClient.of(address());

    assertThat(client.get("/")).isRefused(Reason.TOKEN_EXPIRED).isNotAuthenticated().hasStatus(401);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(client.get("/")).isRefused(Reason.SESSION_ENDED))
        .withMessageContaining("session-ended, but it was status 401")
        .withMessageContaining("token-expired");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(client.get("/")).isOk());
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(client.get("/")).asksForMore());
  }

  @Test
  void stepUp_isKnownByItsChallenge() {
    refusing(Reason.STEP_UP_REQUIRED, "Bearer error=\"insufficient_user_authentication\"");

    assertThatNoException()
        .isThrownBy(() -> assertThat(LoginClient.of(address()).get("/")).asksForMore());
  }

  @Test
  void reason_ofAnAnswerToTheJdksClient_isFound() throws Exception {
    refusing(Reason.FORBIDDEN, "Bearer error=\"insufficient_scope\"");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address())).build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer).isForbidden();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(answer).isNotAuthenticated());
  }
}
