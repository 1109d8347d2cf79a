package dev.cloakroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Another issuer that is asked about its tokens, at this machine. Must be closed. */
public final class FakeIntrospection implements AutoCloseable {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String ENDPOINT = "/introspect";

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<Question> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Whatever whatever;

  /** A question, as it was received. */
  public record Question(String authorization, String form) {}

  /** What is answered whatever is asked; never, with a status of 0. */
  private record Whatever(int status, String text) {}

  private FakeIntrospection(HttpServer server) {
    this.server = server;
  }

  /** One that knows no token. */
  public static FakeIntrospection start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
      FakeIntrospection issuer = new FakeIntrospection(server);
      server.createContext(DISCOVERY, exchange -> send(exchange, 200, issuer.discovery()));
      server.createContext(ENDPOINT, issuer::answer);
      server.setExecutor(work -> Daemon.start("fake-introspection", work));
      server.start();
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says in {@code iss}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String discovery() {
    return "{\"issuer\":\"%s\",\"introspection_endpoint\":\"%s%s\"}"
        .formatted(url(), url(), ENDPOINT);
  }

  /** The settings by which it is asked, for an issuer of that name. */
  public Map<String, String> settings(String name, String... keysAndValues) {
    Map<String, String> settings = new HashMap<>();
    String start = "cloakroom.issuers." + name + ".";
    settings.put(start + "issuer", url());
    settings.put(start + "audience", "shop");
    settings.put(start + "check", "introspection");
    settings.put(start + "client-id", "the shop");
    settings.put(start + "client-secret", "s%cret: &");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put(start + keysAndValues[i], keysAndValues[i + 1]);
    }
    return settings;
  }

  /** Says of a token that it is active, and these members of a JSON object. */
  public void active(String token, String members) {
    answers.put(token, "{\"active\":true," + members + "}");
  }

  /** Says of a token that it is none. */
  public void inactive(String token) {
    answers.remove(token);
  }

  /** Answers everything with this. */
  public void answer(int status, String text) {
    whatever = new Whatever(status, text);
  }

  /** Answers nothing. */
  public void silence() {
    whatever = new Whatever(0, "");
  }

  /** Answers as it did at first. */
  public void recover() {
    whatever = null;
  }

  /** All questions so far. */
  public List<Question> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    asked.add(
        new Question(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")), form));
    Whatever given = whatever;
    if (given == null) {
      String token = URLDecoder.decode(form.split("[=&]", -1)[1], UTF_8);
      send(exchange, 200, answers.getOrDefault(token, "{\"active\":false}"));
    } else if (given.status() == 0) {
      awaitEnd();
    } else {
      send(exchange, given.status(), given.text());
    }
  }

  private void awaitEnd() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
