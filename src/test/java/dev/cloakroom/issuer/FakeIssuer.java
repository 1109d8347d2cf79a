package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cloakroom.testing.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Publishes what an issuer would, or would not, at this machine. */
final class FakeIssuer implements AutoCloseable {
  static final String DISCOVERY = "/.well-known/openid-configuration";

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** What is said at a path. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private FakeIssuer(HttpServer server) {
    this.server = server;
  }

  static FakeIssuer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
      FakeIssuer issuer = new FakeIssuer(server);
      server.createContext("/", issuer::answer);
      server.setExecutor(work -> Daemon.start("fake-issuer", work));
      server.start();
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says in {@code iss}. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All paths that it was asked for. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** Publishes a document, with headers such as {@code Location: /other}. */
  FakeIssuer publish(String path, int status, String text, String... headers) {
    answers.put(
        path,
        exchange -> {
          for (String header : headers) {
            int colon = header.indexOf(": ");
            exchange
                .getResponseHeaders()
                .add(header.substring(0, colon), header.substring(colon + 2));
          }
          byte[] body = text.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        });
    return this;
  }

  FakeIssuer publish(String path, String text) {
    return publish(path, 200, text);
  }

  /** Publishes where its keys are. */
  FakeIssuer discoverable() {
    return publish(
        DISCOVERY, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\"}".formatted(url(), url()));
  }

  /** Sends a document without end. */
  FakeIssuer publishEndless(String path) {
    answers.put(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] part = " ".repeat(10_000).getBytes(UTF_8);
          while (true) {
            exchange.getResponseBody().write(part);
          }
        });
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      asked.add(path);
      Answer answer = answers.get(path);
      if (answer == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        answer.to(exchange);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
