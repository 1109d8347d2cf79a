package dev.cloakroom.it.process;

import dev.cloakroom.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a running server has written to its log file since it was started.
 *
 * @param file where it writes; it need not be there yet
 */
public record ServerLog(Path file) {
  private static final Await LIMIT = Await.atMost(Duration.ofSeconds(10));

  /** All of it until now. */
  public String text() throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** The lines that contain a text. */
  public List<String> linesWith(String text) throws IOException {
    return text().lines().filter(line -> line.contains(text)).toList();
  }

  /** The log once it contains a text, or as it is after some seconds; a log may lag behind. */
  public String textWith(String text) throws IOException, InterruptedException {
    return LIMIT.until(this::text, written -> written.contains(text));
  }
}
