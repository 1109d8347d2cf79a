package dev.cloakroom.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Plays applications under test: {@code /shop}, {@code /shared}, whose store others have, too, and
 * {@code /pages}, which has no kit but a page for each path. It notes what it is asked.
 */
final class PlayedApplications {
  private static final String LOGIN =
      """
      {"user":{"name":"alice","groups":["admin"]},"session":{"id":"one"},"accessToken":"abc"}
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private PlayedApplications(HttpServer server) {
    this.server = server;
    for (String application : List.of("/shop", "/shared", "/pages")) {
      server.createContext(application, this::answer);
    }
    server.start();
  }

  static PlayedApplications start() {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new PlayedApplications(HttpServer.create(any, 0));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(target);
    shown.add(Objects.toString(exchange.getRequestHeaders().getFirst("Cloakroom-Testkit")));
    if (target.contains("login")) {
      send(exchange, 200, "application/json", LOGIN);
    } else if (target.contains("/pages")) {
      send(exchange, 200, "text/html", "<h1>Not here</h1>");
    } else if (target.contains("/shared/cloakroom-testkit/elapse")) {
      send(exchange, 409, "application/problem+json", "{\"detail\":\"Others have this store.\"}");
    } else {
      send(exchange, 200, "application/json;charset=ISO-8859-1", "{\"endpoints\":\"/auth\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Methods and targets of all requests, in their order. */
  List<String> asked() {
    return asked;
  }

  /** What each request has shown as the secret of a door; {@code null} for nothing. */
  List<String> shown() {
    return shown;
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void stop() {
    server.stop(0);
  }
}
