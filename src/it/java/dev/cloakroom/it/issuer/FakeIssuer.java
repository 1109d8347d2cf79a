package dev.cloakroom.it.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.testing.FreePort;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider as far as a resource server sees one: a discovery document and keys, on the
 * loopback. It can be down, and change its keys.
 */
public final class FakeIssuer implements AutoCloseable {
  /** Which audience its tokens are for. */
  public static final String AUDIENCE = "shop-api";

  private static final String DISCOVERY = "/realms/shop/.well-known/openid-configuration";
  private static final String KEYS = "/realms/shop/protocol/openid-connect/certs";

  private final int port = FreePort.any();
  private final List<RSAKey> keys = new CopyOnWriteArrayList<>(List.of(newKey()));
  private @Nullable HttpServer server;

  /** One that is down. */
  FakeIssuer() {}

  /** One that is up. */
  public static FakeIssuer started() {
    FakeIssuer issuer = new FakeIssuer();
    issuer.start();
    return issuer;
  }

  /** It can be asked from now on. */
  synchronized void start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      started.createContext(DISCOVERY, exchange -> answer(exchange, discovery()));
      started.createContext(KEYS, exchange -> answer(exchange, published()));
      started.start();
      server = started;
    } catch (IOException taken) {
      throw new IllegalStateException(taken);
    }
  }

  /** Nobody can ask it from now on. */
  synchronized void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** Who it says it is. */
  public String name() {
    return "http://127.0.0.1:" + port + "/realms/shop";
  }

  /** Where its keys are. */
  String keysAddress() {
    return "http://127.0.0.1:" + port + KEYS;
  }

  /** Has a WAR take its tokens, by the three settings that this needs. */
  public ProbeWar addTo(ProbeWar war, String name) {
    String start = "cloakroom.issuers." + name + ".";
    return war.setting(start + "issuer", name())
        .setting(start + "audience", AUDIENCE)
        .setting(start + "groups-claim", "realm_access/roles");
  }

  /** A token of a caller in some roles, to be changed or signed. */
  public IssuedToken token(String caller, String... roles) {
    return new IssuedToken(name(), caller, List.of(roles)).by(signingKey());
  }

  /** It signs by another key from now on; those from before are good still. */
  void rotate() {
    keys.add(0, newKey());
  }

  private RSAKey signingKey() {
    return keys.get(0);
  }

  /** A key of somebody else, by the id of its own. */
  RSAKey forgersKey() {
    return newKey(signingKey().getKeyID());
  }

  /** A key that nobody publishes. */
  static RSAKey newKey() {
    return newKey(UUID.randomUUID().toString());
  }

  private static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String discovery() {
    return Json.createObjectBuilder()
        .add("issuer", name())
        .add("jwks_uri", "http://127.0.0.1:" + port + KEYS)
        .build()
        .toString();
  }

  private String published() {
    return new JWKSet(List.<JWK>copyOf(keys)).toPublicJWKSet().toString();
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
