package dev.cloakroom.it.nodes;

import dev.cloakroom.it.process.Outcome;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Two servers with the same WARs. Must be closed. */
final class TwoServers implements AutoCloseable {
  static final String ONE = "one";
  static final String OTHER = "other";

  private final Path folder;
  private final List<WebArchive> wars = new ArrayList<>();
  private final Map<String, ServerProcess> running = new HashMap<>();

  /** Starts them, without any WAR. */
  TwoServers(Path folder) {
    this.folder = folder;
    CompletableFuture<ServerProcess> one = CompletableFuture.supplyAsync(() -> started(ONE));
    try {
      running.put(OTHER, started(OTHER));
      running.put(ONE, one.join());
    } catch (RuntimeException failed) {
      CompletableFuture<Void> unused = one.thenAccept(ServerProcess::close);
      close();
      throw failed;
    }
  }

  private ServerProcess started(String name) {
    try {
      return ServerProcess.in(folder.resolve(name), Variant.AS_ADVISED);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("a server did not start", failed);
    }
  }

  /** Deploys a WAR on both, which must start. */
  void deploy(WebArchive war) {
    wars.add(war);
    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> deploy(war, server(ONE)));
    deploy(war, server(OTHER));
    one.join();
  }

  private static void deploy(WebArchive war, ServerProcess server) {
    try {
      if (server.deploy(war) != Outcome.STARTED) {
        throw new IllegalStateException(server.log().text());
      }
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(war.getName() + " cannot be deployed", failed);
    }
  }

  /** One of the servers. */
  ServerProcess server(String name) {
    return Objects.requireNonNull(running.get(name), name);
  }

  /** The other server is gone at once (SIGKILL). */
  void killOther() {
    server(OTHER).kill();
  }

  /** Another one takes its place, at other ports. */
  void replaceOther() {
    running.put(OTHER, started(OTHER));
    wars.forEach(war -> deploy(war, server(OTHER)));
  }

  @Override
  public void close() {
    running.values().forEach(ServerProcess::close);
  }
}
