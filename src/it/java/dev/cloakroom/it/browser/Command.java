package dev.cloakroom.it.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs that the machine has. */
final class Command {
  private static final String MISSING =
      "The tests in a browser need Chromium, its ChromeDriver and certutil, and this machine has no"
          + " %s in its path. On Debian: apt-get install chromium chromium-driver libnss3-tools";

  private Command() {}

  /**
   * The first of these that is in the path.
   *
   * @throws IllegalStateException if there is none: says what to install
   */
  static Path installed(String... names) {
    return Stream.of(names)
        .flatMap(name -> folders().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(MISSING.formatted(names[0])));
  }

  private static Stream<Path> folders() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)).map(Path::of);
  }

  /** Runs a program to its end, which must be a good one. */
  static void run(Path program, String... arguments) {
    String[] command =
        Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toArray(String[]::new);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ":\n" + said);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
