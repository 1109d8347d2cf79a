package dev.cloakroom.it;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Files that a server keeps from one run to the next. */
final class ServerFiles {

  private ServerFiles() {}

  /** Puts the log of the last run aside, and removes WARs that it refused and kept. */
  static void forgetEarlierRuns() throws IOException {
    Path log = ServerLog.ofTheTests().file();
    if (Files.exists(log)) {
      String before = Instant.now().toString().replaceAll("[^0-9]", "");
      Files.move(log, log.resolveSibling(log.getFileName() + "." + before));
    }
    String dropIns = System.getProperty("it.drop-ins", "");
    if (!dropIns.isEmpty() && Files.isDirectory(Path.of(dropIns))) {
      try (DirectoryStream<Path> wars = Files.newDirectoryStream(Path.of(dropIns), "*.war")) {
        for (Path war : wars) {
          Files.delete(war);
        }
      }
    }
  }
}
