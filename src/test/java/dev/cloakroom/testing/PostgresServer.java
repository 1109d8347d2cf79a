package dev.cloakroom.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, started for tests and stopped with the JVM at the latest. */
public final class PostgresServer implements AutoCloseable {
  private static @Nullable PostgresServer shared;

  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  private PostgresServer() throws IOException {
    this.folder = Files.createTempDirectory("cloakroom-postgres");
    this.port = FreePort.any();
    this.server = started();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /** The one that tests share which do it no harm. */
  public static synchronized PostgresServer shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  /** One for a test alone. */
  public static PostgresServer start() {
    try {
      return new PostgresServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres started() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setServerConfig("listen_addresses", "127.0.0.1")
        // what was acknowledged outlives the process, but not the machine, which no test stops
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("fsync", "off")
        .start();
  }

  /** Where it listens on the loopback interface. */
  public int port() {
    return port;
  }

  /** A connection by way of another port, such as that of a relay. */
  public Connection connectBy(int otherPort) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + otherPort + "/postgres", "postgres", "");
  }

  /** Connections of its own, no pool around them. */
  public DataSource direct() {
    return server.getPostgresDatabase();
  }

  /** A pool as servers have them. */
  public HikariDataSource pool() {
    return new HikariDataSource(config());
  }

  /** A pool to a server that lets nobody write. */
  public HikariDataSource readingPool() {
    HikariConfig config = config();
    config.setConnectionInitSql("set default_transaction_read_only = on");
    return new HikariDataSource(config);
  }

  private HikariConfig config() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(direct());
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(0);
    return config;
  }

  /** It is gone at once, with all of its processes (SIGKILL), and nobody listens in its place. */
  public void kill() throws IOException, InterruptedException {
    signal("KILL");
    FreePort.await(port);
  }

  /** Sends a signal to the server and all of its processes. */
  public void signal(String name) throws IOException, InterruptedException {
    ProcessHandle main = main();
    String[] command =
        Stream.concat(
                Stream.of("kill", "-" + name, String.valueOf(main.pid())),
                main.descendants().map(one -> String.valueOf(one.pid())))
            .toArray(String[]::new);
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private ProcessHandle main() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** Starts it again on the same port and files, after it was killed. */
  public void restart() throws IOException {
    server.close();
    server = started();
  }

  private void stop() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    FileUtils.deleteDirectory(folder.toFile());
  }
}
