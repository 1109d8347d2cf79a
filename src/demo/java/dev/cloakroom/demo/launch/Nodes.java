package dev.cloakroom.demo.launch;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The running nodes of the demo. {@link #close()} may be called from any thread, more than once.
 */
final class Nodes implements AutoCloseable {
  private static final String PUBLIC = "/api/public";
  private static final NodeClient.Paths LOGIN = new NodeClient.Paths("/api/login", "/api/logout");
  private static final String CREDENTIALS = "username=alice&password=123";

  private final List<PayaraMicro> running = new CopyOnWriteArrayList<>();

  /** Starts all at once; they are not ready yet. */
  void start(List<Launch> launches, List<String> jvmOptions, PrintStream log)
      throws LaunchException {
    for (Launch launch : launches) {
      OutputStream own =
          launches.size() == 1 ? log : new MarkedLines(log, launch.ports().http() + "| ");
      running.add(PayaraMicro.start(launch, jvmOptions, own));
    }
  }

  /** Waits until each serves, and logs callers in. */
  void awaitReady() throws LaunchException, InterruptedException {
    for (PayaraMicro node : running) {
      node.awaitReady(PUBLIC);
    }
    for (PayaraMicro node : running) {
      node.requireStore(LOGIN, CREDENTIALS);
    }
  }

  /** Waits until all have ended; answers the highest of their exit codes. */
  int awaitEnd() throws InterruptedException {
    int highest = 0;
    for (PayaraMicro node : running) {
      highest = Math.max(highest, node.awaitEnd());
    }
    return highest;
  }

  @Override
  public void close() {
    running.parallelStream().forEach(PayaraMicro::close);
  }
}
