package dev.cloakroom.it;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/**
 * Where a server answers that another process has started and that stays: as that process wrote it
 * down, in the folder that the system property {@value #FOLDER} names. Without that property the
 * tests start their servers themselves.
 *
 * @param process the id of the server's process
 */
public record StandingAddress(int http, int https, long process) {
  private static final String FOLDER = "it.standing-server";
  private static final String FILE = "address.properties";

  /** Whether the tests are run on such a server. */
  public static boolean isMeant() {
    return System.getProperty(FOLDER) != null;
  }

  public static Path folder() {
    return Path.of(System.getProperty(FOLDER)).toAbsolutePath();
  }

  /** Whether a server has written it down and still runs. */
  public static boolean isTaken() throws IOException {
    return Files.exists(folder().resolve(FILE)) && written().isAlive();
  }

  /** What the server that runs has written down. */
  public static StandingAddress read() throws IOException {
    if (!isTaken()) {
      throw new IllegalStateException(
          "No %s runs for these tests: start it with ./mvnw -Pserver"
              .formatted(RunningServer.name()));
    }
    return written();
  }

  private static StandingAddress written() throws IOException {
    Properties values = new Properties();
    values.load(new StringReader(Files.readString(folder().resolve(FILE))));
    return new StandingAddress(
        Integer.parseInt(values.getProperty("http")),
        Integer.parseInt(values.getProperty("https")),
        Long.parseLong(values.getProperty("process")));
  }

  /** Another process may have got the number since; the server has written this down later. */
  private boolean isAlive() throws IOException {
    Instant written = Files.getLastModifiedTime(folder().resolve(FILE)).toInstant();
    return ProcessHandle.of(process)
        .flatMap(found -> found.info().startInstant())
        .filter(started -> started.isBefore(written))
        .isPresent();
  }

  /** For the tests to find it. */
  public void write() throws IOException {
    Files.writeString(
        folder().resolve(FILE), "http=%d\nhttps=%d\nprocess=%d\n".formatted(http, https, process));
  }

  RunningServer server() {
    return RunningServer.onPorts(http, https);
  }
}
