package dev.cloakroom.it.process;

import static dev.cloakroom.it.process.Folders.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user folder of Open Liberty's with one server: configured as the build's, then the variant. */
record OpenLibertyHome(Path folder, HttpPorts ports) implements ServerHome {
  private static final Path INSTALLATION = Folders.property("openliberty.home");
  private static final String SERVER = "cloakroom";

  @Override
  public void layOut(Variant variant) throws IOException {
    Folders.copy(INSTALLATION.resolve("usr/shared"), folder.resolve("shared"));
    Path configured =
        INSTALLATION.resolve("usr/servers").resolve(System.getProperty("openliberty.name"));
    Files.createDirectories(dropins());
    Files.copy(configured.resolve("server.xml"), server().resolve("server.xml"));
    Folders.copy(configured.resolve("configDropins"), server().resolve("configDropins"));
    if (variant == Variant.WITHOUT_MP_JWT) {
      Folders.edit(
          server().resolve("server.xml"),
          text -> replace(text, "<feature>mpJwt-2.1</feature>", ""));
    }
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
  public String ready() {
    return "CWWKF0011I";
  }

  @Override
  public Deployments deployments() {
    return new Dropins(dropins());
  }
}
