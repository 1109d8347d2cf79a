package dev.cloakroom.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/** One Payara Micro with several WARs, each at the path of its name. */
final class PayaraMicroProcess implements ServerRun {
  private static final String READY = "ready in ";
  private static final int START_LIMIT_SECONDS = 180;
  private static final int STOP_LIMIT_SECONDS = 20;
  private static final long POLL_MILLIS = 200;

  private final List<WebArchive> wars;
  private final Path folder = Path.of("target", "payara-micro-wars").toAbsolutePath();
  private @Nullable Process process;

  PayaraMicroProcess(List<WebArchive> wars) {
    this.wars = wars;
  }

  @Override
  public void start() throws IOException, InterruptedException {
    Process started =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(ServerLog.ofTheTests().file().toFile())
            .start();
    process = started;
    awaitReady(started);
  }

  private List<String> command() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-jar", System.getProperty("payara.jar")));
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--prebootcommandfile", "server-config/payara-micro/preboot.txt"));
    command.addAll(List.of("--port", System.getProperty("it.http-port")));
    command.addAll(List.of("--sslport", System.getProperty("it.https-port")));
    Files.createDirectories(folder);
    for (WebArchive war : wars) {
      Path file = folder.resolve(war.getName());
      war.as(ZipExporter.class).exportTo(file.toFile(), true);
      command.addAll(List.of("--deploy", file.toString()));
    }
    return command;
  }

  private static void awaitReady(Process started) throws IOException, InterruptedException {
    ServerLog log = ServerLog.ofTheTests();
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
    while (!log.text().contains(READY)) {
      if (started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > limit) {
        throw new IllegalStateException("Payara Micro did not start:\n" + log.text());
      }
    }
  }

  @Override
  public void stop() throws InterruptedException {
    if (process == null) {
      return;
    }
    process.destroy();
    if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
