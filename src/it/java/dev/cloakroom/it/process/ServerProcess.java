package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/**
 * A server of the kind that the tests run on, as a process of its own: with several WARs, each at
 * the path of its name, and its log in a file. An Arquillian adapter runs one WAR in a server that
 * is configured one way, and hides its log. Must be closed. Not thread-safe.
 */
public final class ServerProcess implements AutoCloseable {
  private static final int START_LIMIT_SECONDS = 180;
  private static final int STOP_LIMIT_SECONDS = 20;
  private static final long POLL_MILLIS = 100;

  private final Process process;
  private final ServerHome home;
  private final Path incoming;
  private final RunningServer server;
  private final ServerLog log;

  private ServerProcess(Process process, ServerHome home, Path incoming, RunningServer server) {
    this.process = process;
    this.home = home;
    this.incoming = incoming;
    this.server = server;
    this.log = new ServerLog(home.log());
  }

  /**
   * Starts a server without applications and waits until it is ready for them.
   *
   * @param folder for this server alone; what is in it is deleted
   */
  public static ServerProcess in(Path folder, Variant variant)
      throws IOException, InterruptedException {
    Path emptied = Folders.emptied(folder);
    HttpPorts ports = HttpPorts.free();
    Path homeFolder = Files.createDirectories(emptied.resolve("home"));
    ServerHome home = ServerHome.in(homeFolder, ports, variant);
    Process process =
        configured(home.process(), variant)
            .redirectErrorStream(true)
            .redirectOutput(homeFolder.resolve("server.log").toFile())
            .start();
    ServerProcess started = new ServerProcess(process, home, emptied, ports.server());
    started.await("The server has not started", () -> home.isReady(started.log.text()) ? "" : null);
    return started;
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
    Path file = incoming.resolve(war.getName());
    war.as(ZipExporter.class).exportTo(file.toFile(), true);
    int begun = log.text().length();
    home.put(file);
    return await(
        war.getName() + " has neither started nor been refused",
        () -> home.outcome(war.getName(), log.text().substring(begun)));
  }

  /** Undeploys a WAR or an EAR and waits until it is gone. */
  public void undeploy(Archive<?> war) throws IOException, InterruptedException {
    int begun = log.text().length();
    home.remove(war.getName());
    await(
        war.getName() + " has not gone",
        () -> home.isGone(war.getName(), log.text().substring(begun)) ? "" : null);
  }

  /** Something that is there sooner or later. */
  private interface Awaited<T> {
    @Nullable T now() throws IOException;
  }

  private <T> T await(String otherwise, Awaited<T> awaited)
      throws IOException, InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
    T found = awaited.now();
    while (found == null) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > limit) {
        String said = log.text();
        close();
        throw new IllegalStateException(otherwise + ":\n" + said);
      }
      found = awaited.now();
    }
    return Objects.requireNonNull(found);
  }

  public RunningServer server() {
    return server;
  }

  /** The process that runs the server: where a launcher stays with it, its child. */
  public ProcessHandle handle() {
    return process.descendants().reduce((first, second) -> second).orElse(process.toHandle());
  }

  /** What the server writes. */
  public ServerLog log() {
    return log;
  }

  /** It is gone at once (SIGKILL). */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException interrupted) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
