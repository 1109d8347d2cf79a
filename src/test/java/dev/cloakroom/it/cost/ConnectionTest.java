package dev.cloakroom.it.cost;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way in which a server says where its answer ends. */
class ConnectionTest {
  private static final byte[] BODY = "{\"text\":\"0\\r\\n\"}".getBytes(US_ASCII);

  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final Set<InetSocketAddress> clients = new HashSet<>();

  ConnectionTest() throws IOException {}

  @BeforeEach
  void start() {
    server.createContext("/counted", exchange -> answer(exchange, 200, BODY.length));
    server.createContext("/chunked", exchange -> answer(exchange, 401, 0));
    server.createContext("/closed", this::answerAndClose);
    server.start();
  }

  private void answerAndClose(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Connection", "close");
    answer(exchange, 200, BODY.length);
  }

  private void answer(HttpExchange exchange, int status, int length) throws IOException {
    clients.add(exchange.getRemoteAddress());
    exchange.sendResponseHeaders(status, length);
    exchange.getResponseBody().write(BODY);
    exchange.close();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void answers_areReadToTheirEndOverOneConnection() throws IOException {
    try (Connection connection = new Connection(address())) {
      for (int time = 0; time < 3; time++) {
        assertThat(status(connection, "/counted")).isEqualTo(200);
        assertThat(status(connection, "/chunked")).isEqualTo(401);
      }
    }
    assertThat(clients).hasSize(1);
  }

  @Test
  void connectionThatTheServerCloses_isOpenedAnew() throws IOException {
    try (Connection connection = new Connection(address())) {
      assertThat(status(connection, "/closed")).isEqualTo(200);
      assertThat(status(connection, "/counted")).isEqualTo(200);
    }
    assertThat(clients).hasSize(2);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private int status(Connection connection, String path) throws IOException {
    return connection.send(CostCase.request("GET", address().resolve(path)));
  }
}
