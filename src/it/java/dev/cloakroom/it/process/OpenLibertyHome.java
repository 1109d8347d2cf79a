package dev.cloakroom.it.process;

import static dev.cloakroom.it.process.Folders.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A user folder of Open Liberty's with one server: configured as the build's, then the variant. */
record OpenLibertyHome(Path folder, HttpPorts ports) implements ServerHome {
  private static final Path INSTALLATION = Folders.property("openliberty.home");
  private static final String SERVER = "cloakroom";

  static OpenLibertyHome in(Path folder, HttpPorts ports, Variant variant) throws IOException {
    OpenLibertyHome home = new OpenLibertyHome(folder, ports);
    Folders.copy(INSTALLATION.resolve("usr/shared"), folder.resolve("shared"));
    Path configured =
        INSTALLATION.resolve("usr/servers").resolve(System.getProperty("openliberty.name"));
    Files.createDirectories(home.dropins());
    Files.copy(configured.resolve("server.xml"), home.server().resolve("server.xml"));
    Folders.copy(configured.resolve("configDropins"), home.server().resolve("configDropins"));
    if (variant == Variant.WITHOUT_MP_JWT) {
      Folders.edit(
          home.server().resolve("server.xml"),
          text -> replace(text, "<feature>mpJwt-2.1</feature>", ""));
    }
    return home;
  }

  private Path server() {
    return folder.resolve("servers").resolve(SERVER);
  }

  private Path dropins() {
    return server().resolve("dropins");
  }

  /** As {@code bin/server run} does it. */
  @Override
  public ProcessBuilder process() {
    ProcessBuilder process =
        Java.with(
            "@" + INSTALLATION.resolve("lib/platform/java/java9.options"),
            "-Dloopback.http.port=" + ports.http(),
            "-Dloopback.https.port=" + ports.https(),
            "-javaagent:" + INSTALLATION.resolve("bin/tools/ws-javaagent.jar"),
            "-jar",
            INSTALLATION.resolve("bin/tools/ws-server.jar").toString(),
            SERVER);
    process.environment().put("WLP_USER_DIR", folder.toString());
    return process;
  }

  /** Not what it writes to its output: that lacks the lines of level INFO. */
  @Override
  public Path log() {
    return server().resolve("logs/messages.log");
  }

  @Override
  public boolean isReady(String log) {
    return log.contains("CWWKF0011I");
  }

  @Override
  public void put(Path war) throws IOException {
    Files.move(war, dropins().resolve(war.getFileName().toString()));
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
    Files.delete(dropins().resolve(war));
  }

  @Override
  public boolean isGone(String war, String since) {
    return says(since, "CWWKZ0009I: .*", war);
  }

  private static boolean says(String log, String message, String war) {
    String name = Pattern.quote(war.replaceAll("\\.[we]ar$", ""));
    return Pattern.compile(message + "pplication " + name + "[ .]").matcher(log).find();
  }
}
