package dev.cloakroom.it.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder that a server watches: an archive put there is deployed, one taken away is undeployed,
 * and a file beside it, named after the archive, says what came of it.
 *
 * @param folder the folder, which exists
 * @param markers what follows the archive's name in that file's
 */
record DropFolder(Path folder, Markers markers) {

  /** The endings of the names of the three files. */
  record Markers(String started, String refused, String gone) {}

  void put(Path war) throws IOException {
    String name = war.getFileName().toString();
    Files.deleteIfExists(marker(name, markers.gone()));
    Files.move(war, folder.resolve(name));
  }

  @Nullable Outcome outcome(String war) {
    if (Files.exists(marker(war, markers.started()))) {
      return Outcome.STARTED;
    }
    return Files.exists(marker(war, markers.refused())) ? Outcome.REFUSED : null;
  }

  void remove(String war) throws IOException {
    Files.delete(folder.resolve(war));
  }

  boolean isGone(String war) {
    return Files.exists(marker(war, markers.gone()));
  }

  private Path marker(String war, String ending) {
    return folder.resolve(war + ending);
  }
}
