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

  private String jcmd(String command) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, String.valueOf(handle.pid()), command)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
