package dev.cloakroom.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.cloakroom.testing.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Objects;

/**
 * The one server of all sites that are not the application's, on the loopback address. It knows an
 * empty page, and redirects to wherever a query says.
 */
final class OtherSites {
  private static final byte[] PAGE = "<!doctype html><title>Another site</title>".getBytes(UTF_8);
  private static final HttpsServer SERVER = started();

  private OtherSites() {}

  /** The origin of its pages. */
  static String origin(Site site) {
    return "https://" + site.host() + ":" + SERVER.getAddress().getPort();
  }

  /** The address of its page. */
  static String page(Site site) {
    return origin(site) + "/page";
  }

  /**
   * An address that leads on to another.
   *
   * @param status of the answer, which says whether the method is kept
   */
  static String redirect(Site site, int status, String target) {
    return origin(site) + "/" + status + "?" + URLEncoder.encode(target, UTF_8);
  }

  private static HttpsServer started() {
    try {
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(Certificates.OF_THESE_TESTS.sites()));
      server.createContext("/", OtherSites::answer);
      server.setExecutor(work -> Daemon.start("other-sites", work));
      server.start();
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI asked = exchange.getRequestURI();
      if (asked.getPath().equals("/page")) {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, PAGE.length);
        exchange.getResponseBody().write(PAGE);
      } else if (asked.getPath().matches("/30[1-8]")) {
        lead(exchange, asked);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  /** Scripts of all origins may follow. */
  private static void lead(HttpExchange exchange, URI asked) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Location", URLDecoder.decode(asked.getRawQuery(), UTF_8));
    headers.set("Access-Control-Allow-Credentials", "true");
    headers.set(
        "Access-Control-Allow-Origin",
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Origin"), "null"));
    exchange.sendResponseHeaders(Integer.parseInt(asked.getPath().substring(1)), -1);
  }
}
