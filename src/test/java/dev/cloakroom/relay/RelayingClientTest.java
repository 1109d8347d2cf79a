package dev.cloakroom.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelayingClientTest {
  private final HttpClient bare = HttpClient.newHttpClient();
  private final HttpClient client = new RelayingClient(bare, RelayingClientTest::authorization);
  private HttpServer server;

  private static Optional<String> authorization(URI target) {
    return target.getPath().equals("/named") ? Optional.of("Bearer of-alice") : Optional.empty();
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", RelayingClientTest::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String said =
          "%s %s %s"
              .formatted(
                  exchange.getRequestMethod(),
                  exchange.getRequestHeaders().get("Authorization"),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      exchange.sendResponseHeaders(200, said.length());
      exchange.getResponseBody().write(said.getBytes(UTF_8));
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }

  private String sent(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void send_bringsWhatTheAddressGets() throws Exception {
    assertThat(sent(request("/named").build())).isEqualTo("GET [Bearer of-alice] ");
    assertThat(sent(request("/named").POST(BodyPublishers.ofString("x=1")).build()))
        .isEqualTo("POST [Bearer of-alice] x=1");
    assertThat(sent(request("/another").build())).isEqualTo("GET null ");
  }

  @Test
  void sendAsync_bringsIt() {
    HttpRequest request = request("/named").build();

    assertThat(
            client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body).join())
        .isEqualTo("GET [Bearer of-alice] ");
    assertThat(
            client
                .sendAsync(request, BodyHandlers.ofString(), null)
                .thenApply(HttpResponse::body)
                .join())
        .isEqualTo("GET [Bearer of-alice] ");
  }

  @Test
  void request_thatHasItsOwn_keepsIt() throws Exception {
    assertThat(sent(request("/named").header("authorization", "Basic x").build()))
        .isEqualTo("GET [Basic x] ");
  }

  @ParameterizedTest
  @EnumSource(names = "NEVER", mode = EnumSource.Mode.EXCLUDE)
  void clientThatFollowsRedirects_isRefused(Redirect redirects) {
    HttpClient following = HttpClient.newBuilder().followRedirects(redirects).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelayingClient(following, RelayingClientTest::authorization))
        .withMessageContaining("Redirect.NEVER");
  }

  @Test
  void client_isOtherwiseTheOne() {
    assertThat(client.version()).isEqualTo(bare.version());
    assertThat(client.sslContext()).isSameAs(bare.sslContext());
    assertThat(client.sslParameters().getProtocols())
        .isEqualTo(bare.sslParameters().getProtocols());
    assertThat(client.executor()).isEqualTo(bare.executor());
    assertThat(client.proxy()).isEqualTo(bare.proxy());
    assertThat(client.cookieHandler()).isEqualTo(bare.cookieHandler());
    assertThat(client.authenticator()).isEqualTo(bare.authenticator());
    assertThat(client.connectTimeout()).isEqualTo(bare.connectTimeout());
    assertThat(client.followRedirects()).isEqualTo(Redirect.NEVER);
    assertThat(client.newWebSocketBuilder()).isNotNull();
  }
}
