package dev.cloakroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.util.SafeEncoder;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis in a process of its own, on a free port of the loopback interface; it leaves nothing
 * on a disk. The executable comes with the tests' dependencies; {@code -Dredis.server=…} takes
 * another one.
 */
public final class RedisProcess implements AutoCloseable {
  private static final String READY = "Ready to accept connections";

  private final int port;
  private final List<String> options;
  private final String ready;
  private Process process;

  private RedisProcess(int port, List<String> options, String ready) {
    this.port = port;
    this.options = options;
    this.ready = ready;
    this.process = launched();
  }

  /** Starts one with options such as {@code --maxmemory 1mb}, each word a text of its own. */
  public static RedisProcess start(String... options) {
    return startAt(FreePort.any(), options);
  }

  /** Starts one at a port that is known to be free. */
  public static RedisProcess startAt(int port, String... options) {
    List<String> all =
        new ArrayList<>(List.of("--save", "", "--appendonly", "no", "--protected-mode", "no"));
    all.addAll(List.of(options));
    return new RedisProcess(port, all, READY);
  }

  /** Starts a sentinel that watches a master which it calls {@code sessions}. */
  public static RedisProcess startSentinel(RedisProcess master, Path folder) throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("sentinel.conf"),
            """
            sentinel monitor sessions 127.0.0.1 %d 1
            sentinel down-after-milliseconds sessions 500
            sentinel failover-timeout sessions 3000
            """
                .formatted(master.port()));
    List<String> options = List.of(configuration.toString(), "--sentinel");
    return new RedisProcess(FreePort.any(), options, "+monitor");
  }

  /** The one that tests share; it ends with this JVM. */
  public static RedisProcess shared() {
    return Shared.REDIS;
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** What {@code cloakroom.redis.uri} is for it. */
  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** Does a command on a connection of its own. */
  public @Nullable Object command(String name, Object... arguments) {
    try (Connection connection = new Connection(new HostAndPort("127.0.0.1", port))) {
      return command(connection, name, arguments);
    }
  }

  /** Does a command on a connection. */
  public static @Nullable Object command(Connection on, String name, Object... arguments) {
    return on.executeCommand(
        new CommandArguments(() -> SafeEncoder.encode(name)).addObjects(arguments));
  }

  /** What INFO says under a name. */
  public String info(String field) {
    String text = SafeEncoder.encode((byte[]) command("INFO"));
    return text.lines()
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> line.substring(field.length() + 1))
        .findFirst()
        .orElse("");
  }

  /** It hangs from now on: connections stay, nothing is answered (SIGSTOP). */
  public void suspend() {
    signal("STOP");
  }

  /** It goes on as if nothing had been (SIGCONT). */
  public void resume() {
    signal("CONT");
  }

  /** It is gone at once (SIGKILL). */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** It is back, at the same port, with nothing in it. */
  public void restart() {
    kill();
    process = launched();
  }

  @Override
  public void close() {
    kill();
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
          .inheritIO()
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launched() {
    List<String> command = new ArrayList<>(List.of(Executable.FILE.toString()));
    command.addAll(options);
    command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
    try {
      Process started =
          new ProcessBuilder(command)
              .directory(Executable.FOLDER.toFile())
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      awaitReady(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady(Process started) throws IOException {
    BufferedReader log = new BufferedReader(new InputStreamReader(started.getInputStream(), UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      said.append(line).append('\n');
      if (line.contains(ready)) {
        drained(log);
        return;
      }
    }
    throw new IllegalStateException("Redis did not start:\n" + said);
  }

  private static void drained(BufferedReader log) {
    Daemon.start("redis-log", () -> log.lines().forEach(line -> {}));
  }

  /** Started when it is first asked for. */
  private static final class Shared {
    private static final RedisProcess REDIS = start();
  }

  /** Unpacked when it is first asked for. */
  private static final class Executable {
    private static final Path FOLDER = folder();
    private static final Path FILE = file();

    private static Path folder() {
      try {
        Path folder = Files.createTempDirectory("cloakroom-redis");
        Thread removal = new Thread(() -> FileUtils.deleteQuietly(folder.toFile()));
        Runtime.getRuntime().addShutdownHook(removal);
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path file() {
      String given = System.getProperty("redis.server");
      if (given != null) {
        return Path.of(given);
      }
      try {
        return ExecutableProvider.newJarResourceProvider(FOLDER.toFile()).get().toPath();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
