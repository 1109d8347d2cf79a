package dev.cloakroom.it.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.Outcome;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import dev.cloakroom.testing.DriverJars;
import dev.cloakroom.testing.RedisProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Two servers with the same WAR, and their Redis. Must be closed. */
final class TwoServers implements AutoCloseable {
  private static final String APPLICATION = "nodes/";

  private final RedisProcess redis = RedisProcess.start();
  private final ServerProcess one;
  private final ServerProcess other;

  TwoServers(Path folder) throws Exception {
    Path key = Files.writeString(folder.resolve("key.pem"), resource());
    WebArchive war = war(key);
    one = started(folder.resolve("one"), war);
    other = started(folder.resolve("other"), war);
  }

  private static ServerProcess started(Path folder, WebArchive war) throws Exception {
    ServerProcess server = ServerProcess.in(folder, Variant.AS_ADVISED);
    Outcome outcome = server.deploy(war);
    if (outcome != Outcome.STARTED) {
      throw new IllegalStateException(server.log());
    }
    return server;
  }

  private WebArchive war(Path key) {
    ProbeWar war =
        ProbeWar.bare("nodes.war")
            .classes(ProbeIdentityStore.class)
            .setting("cloakroom.store", "redis")
            .setting("cloakroom.redis.uri", redis.uri())
            .setting("cloakroom.keys.location", key.toString())
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto");
    DriverJars.jedis().forEach(war::library);
    return war.archive();
  }

  RedisProcess redis() {
    return redis;
  }

  /** A client of the one server, without a login. */
  ProbeClient one() {
    return client(one.server());
  }

  /** A client of the other server, without a login. */
  ProbeClient other() {
    return client(other.server());
  }

  private static ProbeClient client(RunningServer server) {
    return ProbeClient.over(server).another(APPLICATION);
  }

  private static String resource() throws IOException {
    String name = "/dev/cloakroom/crypto/pkcs8.pem";
    try (InputStream in =
        Objects.requireNonNull(TwoServers.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Override
  public void close() {
    one.close();
    other.close();
    redis.close();
  }
}
