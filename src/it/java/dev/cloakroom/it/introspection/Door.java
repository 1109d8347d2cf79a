package dev.cloakroom.it.introspection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server whose address nobody knows when the settings are written: hands on what is
 * posted, and counts it. It can be shut, and held.
 */
final class Door {
  private static final int SHUT = 500;

  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger passed = new AtomicInteger();
  private volatile @Nullable URI target;
  private volatile boolean isShut;
  private volatile long heldFor;

  /** One that leads nowhere yet; it stands as long as the tests run. */
  Door() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::pass);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "door");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** Its address of a path behind it. */
  String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** It leads there from now on. */
  void leadTo(URI base) {
    target = base;
  }

  /** Nobody gets through from now on, or everybody again. */
  void shut(boolean shut) {
    isShut = shut;
  }

  /** Who comes through waits for so many milliseconds from now on. */
  void hold(long millis) {
    heldFor = millis;
  }

  /** How many have come through. */
  int passed() {
    return passed.get();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      URI behind = target;
      if (isShut || behind == null) {
        exchange.sendResponseHeaders(SHUT, -1);
        return;
      }
      passed.incrementAndGet();
      Thread.sleep(heldFor);
      HttpResponse<byte[]> answer =
          http.send(request(exchange, behind, body), BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest request(HttpExchange exchange, URI behind, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI().getPath()));
    for (String name : new String[] {"Authorization", "Content-Type"}) {
      request.header(name, String.valueOf(exchange.getRequestHeaders().getFirst(name)));
    }
    return request.POST(BodyPublishers.ofByteArray(body)).build();
  }
}
