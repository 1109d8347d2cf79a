package dev.cloakroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cloakroom.client.LoginClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the kit asks of an application under test, which is played here. */
class WithServerTest {
  private static final String LOGIN =
      """
      {"user":{"name":"alice","groups":["admin"]},"session":{"id":"one"},"accessToken":"abc"}
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server = started();

  private HttpServer started() {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer made = HttpServer.create(any, 0);
      made.createContext("/shop", this::answer);
      made.start();
      return made;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(target);
    try (exchange) {
      String body = target.contains("login") ? LOGIN : "{\"endpoints\":\"/auth\"}";
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Its address as Arquillian gives it. */
  @Nested
  class OfArquillian {
    @ArquillianResource private final URL shop = url();

    private URL url() {
      try {
        return URI.create(address("/shop/")).toURL();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    @Test
    @LoggedInAs(
        value = "alice",
        groups = {"admin", "a&b"},
        level = 2,
        fresh = false)
    void caller_isAskedFor_inAnApplicationAsNew(LoginClient client) {
      assertThat(client.loginState().callerName()).contains("alice");
      assertThat(asked)
          .startsWith("GET /shop/cloakroom-testkit", "POST /shop/cloakroom-testkit/reset")
          .last()
          .asString()
          .startsWith("POST /shop/cloakroom-testkit/login?")
          .contains("caller=alice", "groups=admin&groups=a%26b", "level=2", "fresh=false");
      assertThat(shop.getPath()).isEqualTo("/shop/");
    }

    @Test
    @LoggedInAs("alice")
    void logout_goesToTheEndpoints(LoginClient client) {
      client.logout();

      assertThat(asked).last().isEqualTo("POST /shop/auth/logout");
    }

    @Test
    @LoggedInAs("alice")
    void time_elapsesThere() {
      Login.elapse(Duration.ofMinutes(5));

      assertThat(asked).last().isEqualTo("POST /shop/cloakroom-testkit/elapse?by=PT5M");
    }

    @Test
    @LoggedInAs(value = "alice", password = "123")
    void password_isForTheApplication(LoginClient client) {
      assertThat(client.loginState().isLoggedIn()).isTrue();
      assertThat(asked).last().isEqualTo("POST /shop/auth/login");
    }
  }

  /** An application without the kit. */
  @Nested
  class WithoutKit {
    @BaseUrl private final String shop = address("/nothing");

    @Test
    @NotLoggedIn
    void time_cannotElapse(LoginClient client) {
      assertThatIllegalStateException()
          .isThrownBy(() -> Login.elapse(Duration.ofMinutes(5)))
          .withMessageContaining(shop)
          .withMessageContaining("cloakroom-testkit=on");
      assertThat(client.loginState().isLoggedIn()).isFalse();
    }
  }
}
