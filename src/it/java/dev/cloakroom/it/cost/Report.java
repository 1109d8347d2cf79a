package dev.cloakroom.it.cost;

import dev.cloakroom.it.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** What was measured, with where: on the console, and in {@code target/cost}. */
final class Report {
  private static final Path FOLDER = Path.of("target", "cost");

  private Report() {}

  static void print(String title, String table) throws IOException {
    String text = "%n%s: %s%n%s%n%n%s".formatted(RunningServer.name(), title, machine(), table);
    System.out.println(text);
    Files.createDirectories(FOLDER);
    Files.writeString(
        FOLDER.resolve(RunningServer.name() + ".txt"),
        text,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String machine() throws IOException {
    return "%s, %d processors, Linux %s, Java %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.version"),
            Runtime.version());
  }

  private static String processor() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(System.getProperty("os.arch"));
    }
  }
}
