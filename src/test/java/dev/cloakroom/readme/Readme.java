package dev.cloakroom.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The README's examples, as they stand there. */
public final class Readme {

  private Readme() {}

  /** The fenced blocks of a language, in their order, without the fences. */
  public static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(text())
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** The whole text. */
  public static String text() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
