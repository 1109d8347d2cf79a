package dev.cloakroom.endtoend;

import dev.cloakroom.demo.launch.Launch;
import dev.cloakroom.demo.launch.LaunchException;
import dev.cloakroom.demo.launch.PayaraMicro;
import dev.cloakroom.demo.launch.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/**
 * The servers under test: one Payara Micro for each WAR, all started alike. {@link #close()} may be
 * called from any thread, more than once.
 */
final class Servers implements AutoCloseable {

  // The token is fetched once and must last for the whole run.
  private static final List<String> JVM_OPTIONS =
      List.of("-Xms512m", "-Xmx512m", "-Dcloakroom.access-token.ttl=PT1H");

  private final Path payara;
  private final Path preboot;
  private final Deque<PayaraMicro> running = new ConcurrentLinkedDeque<>();
  private int nextPort;

  /**
   * Servers to be started by {@link #start}.
   *
   * @param payara the Payara Micro JAR
   * @param preboot asadmin commands that bind it to the loopback address
   * @param firstPort the first of two ports for each server
   */
  Servers(Path payara, Path preboot, int firstPort) {
    this.payara = payara;
    this.preboot = preboot;
    this.nextPort = firstPort;
  }

  /**
   * Starts a server with this WAR; its log goes to the error stream.
   *
   * @param readyPath answers 200 to anybody once the server is ready
   * @param settings of Cloakroom, such as {@code store=redis}
   * @return the server's root
   */
  URI start(Path war, String readyPath, String... settings)
      throws LaunchException, InterruptedException {
    List<String> options = new ArrayList<>(JVM_OPTIONS);
    Stream.of(settings).map(setting -> "-Dcloakroom." + setting).forEach(options::add);
    Ports ports = new Ports(nextPort++, nextPort++);
    PayaraMicro server =
        PayaraMicro.start(new Launch(payara, war, preboot, ports), options, System.err);
    running.add(server);
    server.awaitReady(readyPath);
    return URI.create("http://127.0.0.1:" + ports.http());
  }

  @Override
  public void close() {
    for (PayaraMicro server = running.poll(); server != null; server = running.poll()) {
      server.close();
    }
  }
}
