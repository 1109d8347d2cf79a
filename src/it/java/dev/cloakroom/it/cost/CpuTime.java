package dev.cloakroom.it.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The time that processors have spent on a process, user and system, to the nanosecond: what Linux
 * says in {@code /proc} of each of its threads.
 */
record CpuTime(Path threads) {

  static CpuTime of(ProcessHandle process) {
    return new CpuTime(Path.of("/proc", String.valueOf(process.pid()), "task"));
  }

  /** In nanoseconds, without the threads that have ended. */
  long now() throws IOException {
    try (Stream<Path> each = Files.list(threads)) {
      return List.copyOf(each.toList()).stream().mapToLong(CpuTime::ofThread).sum();
    }
  }

  private static long ofThread(Path thread) {
    try {
      String schedule = Files.readString(thread.resolve("schedstat"));
      return Long.parseLong(schedule.substring(0, schedule.indexOf(' ')));
    } catch (NoSuchFileException ended) {
      return 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
