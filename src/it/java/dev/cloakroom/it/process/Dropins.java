package dev.cloakroom.it.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folder that Open Liberty watches: what came of an archive, its log says. */
record Dropins(Path folder) implements Deployments {

  @Override
  public void put(Path war) throws IOException {
    Files.move(war, folder.resolve(war.getFileName().toString()));
  }

  @Override
  public @Nullable Outcome outcome(String war, String since) {
    if (says(since, "CWWKZ000[13]I: .*", war)) {
      return Outcome.STARTED;
    }
    return says(since, "CWWKZ00(02E|04E|12I): .*", war) ? Outcome.REFUSED : null;
  }

  @Override
  public void remove(String war) throws IOException {
    Files.delete(folder.resolve(war));
  }

  @Override
  public boolean isGone(String war, String since) {
    return says(since, "CWWKZ0009I: .*", war);
  }

  @Override
  public List<String> present() throws IOException {
    return Folders.archives(folder);
  }

  private static boolean says(String log, String message, String war) {
    String name = Pattern.quote(war.replaceAll("\\.[we]ar$", ""));
    return Pattern.compile(message + "pplication " + name + "[ .]").matcher(log).find();
  }
}
