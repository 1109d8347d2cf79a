package dev.cloakroom.it.probe;

import dev.cloakroom.it.RunningServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * One Payara Micro with several WARs, each at the path of its name, and its log in a file. An
 * Arquillian adapter runs one WAR and hides its server's log, and what a deployment is refused for
 * is to be read there. Must be closed.
 */
final class ServerProcess implements AutoCloseable {
  private static final String READY = "ready in ";
  private static final int START_LIMIT_SECONDS = 180;
  private static final int STOP_LIMIT_SECONDS = 20;
  private static final int LOG_LIMIT_SECONDS = 10;
  private static final long POLL_MILLIS = 200;

  private final Process process;
  private final Path log;
  private final RunningServer server;

  private ServerProcess(Process process, Path log, RunningServer server) {
    this.process = process;
    this.log = log;
    this.server = server;
  }

  /** Starts the server and waits until it has deployed, or refused, all WARs. */
  static ServerProcess with(List<WebArchive> wars, Path folder)
      throws IOException, InterruptedException {
    int http = freePort();
    int https = freePort();
    List<String> command = command(http, https);
    for (WebArchive war : wars) {
      Path file = folder.resolve(war.getName());
      war.as(ZipExporter.class).exportTo(file.toFile(), true);
      command.addAll(List.of("--deploy", file.toString()));
    }
    Path log = folder.resolve("server.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    RunningServer server = new RunningServer(address("http", http), address("https", https));
    ServerProcess started = new ServerProcess(process, log, server);
    started.awaitReady();
    return started;
  }

  private static List<String> command(int http, int https) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-jar", System.getProperty("payara.jar")));
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--prebootcommandfile", "server-config/payara-micro/preboot.txt"));
    command.addAll(List.of("--port", String.valueOf(http), "--sslport", String.valueOf(https)));
    return command;
  }

  private static URI address(String scheme, int port) {
    return URI.create(scheme + "://127.0.0.1:" + port + "/");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
    while (!log().contains(READY)) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > limit) {
        String said = log();
        close();
        throw new IllegalStateException("Payara Micro did not start:\n" + said);
      }
    }
  }

  RunningServer server() {
    return server;
  }

  /** All that the server has written until now. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /** The log once it contains a text, or as it is after some seconds; a log may lag behind. */
  String logWith(String text) throws IOException, InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOG_LIMIT_SECONDS);
    while (!log().contains(text) && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return log();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
