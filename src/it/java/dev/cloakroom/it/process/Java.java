package dev.cloakroom.it.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes of the JDK that the tests run on. */
final class Java {

  private Java() {}

  static ProcessBuilder with(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** Runs a process to its end. */
  static void run(ProcessBuilder builder, Path output) throws IOException {
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(output));
      }
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
