package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.StandingAddress;
import dev.cloakroom.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * A server of the kind that the tests run on, as a process of its own: with several WARs, each at
 * the path of its name, and its log in a file. An Arquillian adapter runs one WAR in a server that
 * is configured one way, and hides its log. Must be closed. Not thread-safe.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Await START = new Await(Duration.ofMinutes(3), Duration.ofMillis(100));
  private static final Await CLEAR = Await.atMost(Duration.ofSeconds(10));

  private final ProcessHandle process;
  private final ServerHome home;
  private final HttpPorts ports;
  private final ServerLog log;

  private ServerProcess(ProcessHandle process, ServerHome home, HttpPorts ports) {
    this.process = process;
    this.home = home;
    this.ports = ports;
    this.log = new ServerLog(home.log());
  }

  /**
   * Starts a server without applications and waits until it is ready for them.
   *
   * @param folder for this server alone; what is in it is deleted
   */
  public static ServerProcess in(Path folder, Variant variant)
      throws IOException, InterruptedException {
    HttpPorts ports = HttpPorts.free();
    ServerHome home = ServerHome.at(home(Folders.emptied(folder)), ports);
    Files.createDirectories(home.folder());
    home.layOut(variant);
    Process process =
        configured(home.process(), variant)
            .redirectErrorStream(true)
            .redirectOutput(home.folder().resolve("server.log").toFile())
            .start();
    ServerProcess started = new ServerProcess(process.toHandle(), home, ports);
    started.await("The server has not started", () -> started.log.text().contains(home.ready()));
    return started;
  }

  /** One that another process has started. */
  static ServerProcess at(StandingAddress address) {
    HttpPorts ports = new HttpPorts(address.http(), address.https());
    return new ServerProcess(
        ProcessHandle.of(address.process()).orElseThrow(),
        ServerHome.at(home(StandingAddress.folder()), ports),
        ports);
  }

  /** Where it can be found by another process. */
  StandingAddress address() {
    return new StandingAddress(ports.http(), ports.https(), process.pid());
  }

  private static Path home(Path folder) {
    return folder.resolve("home");
  }

  /** What is held only softly is no leak: the garbage collector takes it at once. */
  private static ProcessBuilder configured(ProcessBuilder server, Variant variant) {
    server
        .environment()
        .merge(
            "JAVA_TOOL_OPTIONS",
            ("-XX:SoftRefLRUPolicyMSPerMB=0 " + variant.jvmOptions()).strip(),
            (given, added) -> given + " " + added);
    return server;
  }

  /** Deploys a WAR or an EAR and waits for what comes of it. */
  public Outcome deploy(Archive<?> war) throws IOException, InterruptedException {
    String name = war.getName();
    Path file = home.folder().resolveSibling(name);
    war.as(ZipExporter.class).exportTo(file.toFile(), true);
    int begun = log.text().length();
    home.deployments().put(file);
    await(
        name + " has neither started nor been refused",
        () -> home.deployments().outcome(name, since(begun)) != null);
    return Objects.requireNonNull(home.deployments().outcome(name, since(begun)));
  }

  /** Undeploys a WAR or an EAR and waits until it is gone. */
  public void undeploy(Archive<?> war) throws IOException, InterruptedException {
    int begun = log.text().length();
    home.deployments().remove(war.getName());
    await(war.getName() + " has not gone", () -> isGone(war.getName(), begun));
  }

  /** What has been deployed and not undeployed, and what was refused. */
  List<String> present() throws IOException {
    return home.deployments().present();
  }

  /** Takes these away. Of one that was refused not each server says that it is gone. */
  void clear(List<String> wars) throws IOException, InterruptedException {
    int begun = log.text().length();
    for (String war : wars) {
      home.deployments().remove(war);
    }
    for (String war : wars) {
      CLEAR.until(() -> isGone(war, begun));
    }
  }

  private boolean isGone(String war, int begun) throws IOException {
    return home.deployments().isGone(war, since(begun));
  }

  private String since(int begun) throws IOException {
    return log.text().substring(begun);
  }

  private void await(String otherwise, Await.Question<Boolean, IOException> isSo)
      throws IOException, InterruptedException {
    START.until(() -> isSo.answer() || !process.isAlive());
    if (!isSo.answer()) {
      String said = log.text();
      close();
      throw new IllegalStateException(otherwise + ":\n" + said);
    }
  }

  public RunningServer server() {
    return ports.server();
  }

  /** The process that runs the server: where a launcher stays with it, its child. */
  public ProcessHandle handle() {
    return process.descendants().reduce((first, second) -> second).orElse(process);
  }

  /** What the server writes. */
  public ServerLog log() {
    return log;
  }

  /** It is gone at once (SIGKILL). */
  public void kill() {
    new ProcessTree(process).kill();
  }

  @Override
  public void close() {
    new ProcessTree(process).stop();
  }
}
