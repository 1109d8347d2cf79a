package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.StandingAddress;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A server that is started once, without applications, and that the tests are run on again and
 * again: {@code ./mvnw -Pserver}, and {@code ./mvnw verify -Prunning} elsewhere. Not thread-safe.
 */
public final class StandingServer {
  private static @Nullable ServerProcess found;

  private StandingServer() {}

  /** Starts it, and stays until this process is told to end. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (StandingAddress.isTaken()) {
      throw new IllegalStateException(RunningServer.name() + " runs already");
    }
    ServerProcess server = ServerProcess.in(StandingAddress.folder(), Variant.AS_ADVISED);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    server.address().write();
    System.out.printf("%s is ready for tests; Ctrl-C stops it.%n", RunningServer.name());
    server.handle().onExit().join();
  }

  /** The one that runs, without what an earlier run of the tests may have left on it. */
  static ServerProcess cleared() throws IOException, InterruptedException {
    if (found == null) {
      ServerProcess server = ServerProcess.at(StandingAddress.read());
      server.clear(server.present());
      found = server;
    }
    return found;
  }
}
