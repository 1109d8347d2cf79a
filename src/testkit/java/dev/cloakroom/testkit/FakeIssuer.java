package dev.cloakroom.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An OpenID provider as far as a resource server sees one, on the loopback address: a discovery
 * document, keys, and tokens of whomever a test wants. Safe for use by several threads.
 */
public final class FakeIssuer implements AutoCloseable {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String KEYS = "/keys";

  private final HttpServer server;
  private final String audience;
  private final List<FakeKey> keys = new CopyOnWriteArrayList<>();

  private FakeIssuer(HttpServer server, String audience) {
    this.server = server;
    this.audience = audience;
    keys.add(FakeKey.es256());
  }

  /**
   * Starts one on a port that is free, which must be closed.
   *
   * @param audience whom its tokens are for, if they do not say otherwise
   */
  public static FakeIssuer start(String audience) {
    return start(audience, 0);
  }

  /**
   * Starts one, which must be closed, for an application that is told of it before.
   *
   * @param audience whom its tokens are for, if they do not say otherwise
   * @param port of the loopback address; 0 for one that is free
   * @throws UncheckedIOException if the port is taken
   */
  public static FakeIssuer start(String audience, int port) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      FakeIssuer issuer = new FakeIssuer(HttpServer.create(address, 0), audience);
      issuer.server.createContext(DISCOVERY, exchange -> answer(exchange, issuer.discovery()));
      issuer.server.createContext(KEYS, exchange -> answer(exchange, issuer.published()));
      issuer.server.start();
      return issuer;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  /** Who it says it is, and where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The settings without which an application does not take its tokens. */
  public Map<String, String> settings(String name) {
    String start = "cloakroom.issuers." + name + ".";
    return Map.of(
        start + "issuer", url(), start + "audience", audience, start + "groups-claim", "groups");
  }

  /** A token of a caller, good for five minutes, to be changed and signed. */
  public FakeIssuerToken token(String caller) {
    return FakeIssuerToken.of(Map.of("iss", url(), "sub", caller, "aud", audience), keys.get(0));
  }

  /** Signs by a new key of ES256 from now on; what was signed before stays good. */
  public void rotateKey() {
    keys.add(0, FakeKey.es256());
  }

  /** Signs by a new key of RS256 from now on; what was signed before stays good. */
  public void rotateKeyToRsa() {
    keys.add(0, FakeKey.rs256());
  }

  /** No longer publishes any key but the one that it signs by. */
  public void forgetOldKeys() {
    keys.subList(1, keys.size()).clear();
  }

  private String discovery() {
    return ClaimJson.of(Map.of("issuer", url(), "jwks_uri", url() + KEYS));
  }

  private String published() {
    return ClaimJson.of(Map.of("keys", keys.stream().map(FakeKey::publicJwk).toList()));
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Nobody can ask it from now on. */
  @Override
  public void close() {
    server.stop(0);
  }
}
