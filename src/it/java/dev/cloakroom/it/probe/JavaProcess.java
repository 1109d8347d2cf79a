package dev.cloakroom.it.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JDK's {@code jcmd} tells of another process. */
public record JavaProcess(ProcessHandle handle) {
  private static final Pattern THREAD = Pattern.compile("^\"([^\"]*)\"", Pattern.MULTILINE);
  private static final Pattern HEAP = Pattern.compile("total [0-9]+K, used ([0-9]+)K");
  private static final Pattern CLASSES = Pattern.compile("Total = [0-9]+ +([0-9]+)");

  /** How many objects of a class are alive, over all class loaders that have one of its name. */
  public long instances(Class<?> type) throws IOException {
    jcmd("GC.run");
    return jcmd("GC.class_histogram")
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length >= 4 && columns[3].equals(type.getName()))
        .mapToLong(columns -> Long.parseLong(columns[1]))
        .sum();
  }

  /** The names of its threads. */
  public List<String> threads() throws IOException {
    Matcher names = THREAD.matcher(jcmd("Thread.print"));
    return names.results().map(name -> name.group(1)).toList();
  }

  /** The classes that it has loaded, and what is alive on its heap. */
  public Memory memory() throws IOException {
    jcmd("GC.run");
    Matcher heap = HEAP.matcher(jcmd("GC.heap_info"));
    Matcher classes = CLASSES.matcher(jcmd("VM.classloader_stats"));
    if (!heap.find() || !classes.find()) {
      throw new IllegalStateException("jcmd says something else");
    }
    return new Memory(Long.parseLong(classes.group(1)), Long.parseLong(heap.group(1)));
  }

  /**
   * What a process has in memory.
   *
   * @param classes how many are loaded
   * @param kilobytes of its heap in use
   */
  public record Memory(long classes, long kilobytes) {}

  private String jcmd(String command) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, String.valueOf(handle.pid()), command)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
