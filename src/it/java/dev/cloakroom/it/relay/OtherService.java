package dev.cloakroom.it.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A service of somebody else: tells what it was sent as {@code Authorization}. Another stands
 * beside it, and {@code /elsewhere} leads there.
 */
final class OtherService {
  /** The one that the settings name. */
  static final OtherService NAMED = new OtherService();

  /** One that they do not. */
  static final OtherService UNNAMED = new OtherService();

  private final HttpServer server;

  private OtherService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    server.createContext("/", OtherService::tell);
    server.createContext("/elsewhere", OtherService::leadAway);
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void tell(HttpExchange exchange) throws IOException {
    String sent = exchange.getRequestHeaders().getFirst("Authorization");
    answer(exchange, 200, sent == null ? "nothing" : sent);
  }

  private static void leadAway(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", UNNAMED.origin() + "/");
    answer(exchange, 302, "elsewhere");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
