package dev.cloakroom.it.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a running server has written to its log file since it was started.
 *
 * @param file where it writes; it need not be there yet
 */
public record ServerLog(Path file) {
  private static final int LIMIT_SECONDS = 10;
  private static final long POLL_MILLIS = 200;

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
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!text().contains(text) && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return text();
  }
}
