package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on this machine that answers what a test wants, and notes what it is asked. */
final class PlayedServer implements AutoCloseable {
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Function<Asked, Reply>> rules = new ConcurrentHashMap<>();
  private final Map<String, Deque<Reply>> once = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** A request as it came. */
  record Asked(String method, URI uri, Headers headers, String body) {

    String header(String name) {
      String value = headers.getFirst(name);
      return value == null ? "" : value;
    }

    String line() {
      return method + " " + uri;
    }
  }

  /** An answer. */
  record Reply(int status, String body, Headers headers) {

    static Reply of(int status, String body) {
      return new Reply(status, body, new Headers());
    }

    static Reply json(String body) {
      return of(200, body).with("Content-Type", "application/json");
    }

    static Reply problem(int status, String reason) {
      return of(
              status,
              "{\"status\":%s,\"reason\":\"%s\",\"detail\":\"Because of %s.\"}"
                  .formatted(status, reason, reason))
          .with("Content-Type", "application/problem+json");
    }

    static Reply redirect(int status, String location) {
      return of(status, "").with("Location", location);
    }

    Reply with(String name, String value) {
      Headers more = new Headers();
      more.putAll(headers);
      more.add(name, value);
      return new Reply(status, body, more);
    }
  }

  private PlayedServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** One that answers 404 to everything. */
  static PlayedServer start() {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new PlayedServer(HttpServer.create(address, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers a method and path in this way. */
  PlayedServer on(String methodAndPath, Function<Asked, Reply> rule) {
    rules.put(methodAndPath, rule);
    return this;
  }

  /** Answers a method and path with these first, each once. */
  void once(String methodAndPath, Reply... replies) {
    once.put(methodAndPath, new ArrayDeque<>(List.of(replies)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Asked request =
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            exchange.getRequestHeaders(),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    asked.add(request);
    Reply reply = reply(request);
    byte[] body = reply.body().getBytes(UTF_8);
    exchange.getResponseHeaders().putAll(reply.headers());
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Reply reply(Asked request) {
    String key = request.method() + " " + request.uri().getPath();
    Deque<Reply> first = once.getOrDefault(key, new ArrayDeque<>());
    synchronized (first) {
      Reply next = first.poll();
      return next == null ? rules.getOrDefault(key, any -> Reply.of(404, "")).apply(request) : next;
    }
  }

  /** Its address by a name of this machine, such as {@code localhost}. */
  String at(String host) {
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  String address() {
    return at("127.0.0.1");
  }

  /** All that it was asked, in its order. */
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The last that it was asked. */
  Asked last() {
    return asked.get(asked.size() - 1);
  }

  /** Methods and addresses of what it was asked. */
  List<String> lines() {
    return asked().stream().map(Asked::line).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
