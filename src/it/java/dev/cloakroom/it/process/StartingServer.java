package dev.cloakroom.it.process;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A {@link SharedServer} that starts, maybe beside others. */
final class StartingServer implements AutoCloseable {
  private final CompletableFuture<SharedServer> started;

  /** Begins to start one. */
  StartingServer(Variant variant) {
    this.started = CompletableFuture.supplyAsync(() -> SharedServer.start(variant));
  }

  /** The server, once it has started. */
  SharedServer server() {
    return started.join();
  }

  /** One that has not started has said so to whoever asked for it. */
  @Override
  public void close() {
    started.handle((server, failed) -> server).thenAccept(StartingServer::close).join();
  }

  private static void close(@Nullable SharedServer server) {
    if (server != null) {
      server.close();
    }
  }
}
