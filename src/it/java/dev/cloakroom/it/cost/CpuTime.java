package dev.cloakroom.it.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The time that processors have spent on a process, user and system, to the nanosecond: what Linux
 * says in {@code /proc} of each of its threads. A thread that has ended, as those of a server come
 * and go, counts by what was last heard of it. For use by one thread.
 */
final class CpuTime {
  private final Path threads;
  private final Map<Path, Long> heard = new HashMap<>();

  private CpuTime(Path threads) {
    this.threads = threads;
  }

  static CpuTime of(ProcessHandle process) {
    return new CpuTime(Path.of("/proc", String.valueOf(process.pid()), "task"));
  }

  /** In nanoseconds. */
  long now() throws IOException {
    try (Stream<Path> each = Files.list(threads)) {
      List.copyOf(each.toList()).forEach(this::hear);
    }
    return heard.values().stream().mapToLong(Long::longValue).sum();
  }

  private void hear(Path thread) {
    try {
      String schedule = Files.readString(thread.resolve("schedstat"));
      heard.put(thread, Long.parseLong(schedule.substring(0, schedule.indexOf(' '))));
    } catch (NoSuchFileException ended) {
      heard.putIfAbsent(thread, 0L);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
