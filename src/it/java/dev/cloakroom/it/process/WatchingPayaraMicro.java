package dev.cloakroom.it.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Payara Micro that watches a folder as other servers do: the first argument; the others are its
 * own. Uses nothing but the JDK, and Payara's classes by name: the tests are compiled without them.
 */
public final class WatchingPayaraMicro {
  static final String DEPLOYED = ".deployed";
  static final String FAILED = ".failed";
  static final String GONE = ".undeployed";

  private static final long POLL_MILLIS = 50;

  private final Object runtime;
  private final Path folder;
  private final Set<Path> known = new HashSet<>();

  private WatchingPayaraMicro(Object runtime, Path folder) {
    this.runtime = runtime;
    this.folder = folder;
  }

  /** Starts the server and watches until the process is ended. */
  public static void main(String[] arguments) throws Exception {
    List<String> own = List.of(arguments).subList(1, arguments.length);
    Object server =
        Class.forName("fish.payara.micro.boot.PayaraMicroLauncher")
            .getMethod("create", String[].class)
            .invoke(null, (Object) own.toArray(String[]::new));
    Object runtime = type("boot.PayaraMicroBoot").getMethod("getRuntime").invoke(server);
    WatchingPayaraMicro watching = new WatchingPayaraMicro(runtime, Path.of(arguments[0]));
    while (true) {
      watching.look();
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName("fish.payara.micro." + name);
  }

  private void look() throws Exception {
    Set<Path> there = wars();
    for (Path war : there) {
      if (known.add(war)) {
        mark(war, deploy(war) ? DEPLOYED : FAILED);
      }
    }
    for (Path war : List.copyOf(known)) {
      if (!there.contains(war)) {
        undeploy(war);
        known.remove(war);
        mark(war, GONE);
      }
    }
  }

  private Set<Path> wars() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new HashSet<>(files.filter(file -> file.toString().endsWith(".war")).toList());
    }
  }

  /** An archive named ROOT lives at the root, as it does where it is given when starting. */
  private boolean deploy(Path war) throws Exception {
    String name = name(war);
    return (boolean)
        type("PayaraMicroRuntime")
            .getMethod("deploy", String.class, String.class, java.io.File.class)
            .invoke(runtime, name, name.equals("ROOT") ? "/" : name, war.toFile());
  }

  private static String name(Path war) {
    return war.getFileName().toString().replace(".war", "");
  }

  private void undeploy(Path war) throws Exception {
    type("PayaraMicroRuntime").getMethod("undeploy", String.class).invoke(runtime, name(war));
  }

  private void mark(Path war, String ending) throws IOException {
    for (String marker : List.of(DEPLOYED, FAILED, GONE)) {
      Files.deleteIfExists(folder.resolve(war.getFileName() + marker));
    }
    Files.createFile(folder.resolve(war.getFileName() + ending));
  }
}
