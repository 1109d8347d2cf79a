package dev.cloakroom.it.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.probe.app.ProbeApplication;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.probe.app.SessionsResource;
import dev.cloakroom.it.probe.scoped.Basket;
import dev.cloakroom.it.process.Outcome;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Two servers with the same WAR, and where they keep their login sessions. Must be closed. */
final class TwoServers implements AutoCloseable {
  static final String ONE = "one";
  static final String OTHER = "other";

  private static final String APPLICATION = "nodes/";

  private final Path folder;
  private final BackEnd backEnd;
  private final WebArchive war;
  private final Map<String, ServerProcess> running = new HashMap<>();

  /**
   * Starts them.
   *
   * @param backEnd which runs, and is closed with the servers
   */
  TwoServers(Path folder, BackEnd backEnd) throws Exception {
    this.folder = folder;
    this.backEnd = backEnd;
    this.war = war(Files.writeString(folder.resolve("key.pem"), key()));
    try {
      start(ONE);
      start(OTHER);
    } catch (IOException | InterruptedException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private void start(String name) throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.in(folder.resolve(name), Variant.AS_ADVISED);
    running.put(name, server);
    if (server.deploy(war) != Outcome.STARTED) {
      throw new IllegalStateException(server.log());
    }
  }

  private WebArchive war(Path key) {
    ProbeWar probe =
        ProbeWar.bare("nodes.war")
            .classes(ProbeIdentityStore.class, ProbeApplication.class, SessionsResource.class)
            .classesBeside(Basket.class)
            .setting("cloakroom.keys.location", key.toString())
            .setting("cloakroom.path", "/auth")
            .setting("cloakroom.cookie.secure", "auto");
    backEnd.addTo(probe);
    return probe.archive();
  }

  private static String key() throws IOException {
    String name = "/dev/cloakroom/crypto/pkcs8.pem";
    try (InputStream in =
        Objects.requireNonNull(TwoServers.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  BackEnd backEnd() {
    return backEnd;
  }

  /** One of the servers. */
  ServerProcess server(String name) {
    return Objects.requireNonNull(running.get(name), name);
  }

  /** A client of the one server, without a login. */
  ProbeClient one() {
    return client(ONE);
  }

  /** A client of the other server, without a login. */
  ProbeClient other() {
    return client(OTHER);
  }

  private ProbeClient client(String name) {
    return ProbeClient.over(server(name).server()).another(APPLICATION);
  }

  /** The other server is gone at once (SIGKILL). */
  void killOther() {
    server(OTHER).kill();
  }

  /** Another one takes its place, at other ports. */
  void replaceOther() throws IOException, InterruptedException {
    start(OTHER);
  }

  @Override
  public void close() throws IOException {
    running.values().forEach(ServerProcess::close);
    backEnd.close();
  }
}
