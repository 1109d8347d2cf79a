package dev.cloakroom.it.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder that a server watches: an archive put there is deployed, one taken away is undeployed,
 * and a file beside it, named after the archive, says what came of it.
 *
 * @param folder the folder, which exists once the server is laid out
 * @param markers what follows the archive's name in that file's
 */
record DropFolder(Path folder, Markers markers) implements Deployments {

  /** The endings of the names of the three files. */
  record Markers(String started, String refused, String gone) {}

  /** None of the three is there of an earlier archive of that name. */
  @Override
  public void put(Path war) throws IOException {
    String name = war.getFileName().toString();
    for (String ending : List.of(markers.started(), markers.refused(), markers.gone())) {
      Files.deleteIfExists(marker(name, ending));
    }
    Files.move(war, folder.resolve(name));
  }

  @Override
  public @Nullable Outcome outcome(String war, String since) {
    if (Files.exists(marker(war, markers.started()))) {
      return Outcome.STARTED;
    }
    return Files.exists(marker(war, markers.refused())) ? Outcome.REFUSED : null;
  }

  @Override
  public void remove(String war) throws IOException {
    Files.delete(folder.resolve(war));
  }

  @Override
  public boolean isGone(String war, String since) {
    return Files.exists(marker(war, markers.gone()));
  }

  @Override
  public List<String> present() throws IOException {
    return Folders.archives(folder);
  }

  private Path marker(String war, String ending) {
    return folder.resolve(war + ending);
  }
}
