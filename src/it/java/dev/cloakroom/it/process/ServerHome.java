package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One server's own folder: how it is laid out, what it is started with, where it writes its log,
 * and where applications go. Nothing waits here.
 */
interface ServerHome {

  /** Writes the folder, which is there and empty. */
  void layOut(Variant variant) throws IOException;

  /** The process that serves this folder, not yet started. */
  ProcessBuilder process();

  Path folder();

  /** What the process writes, unless the server has a log that says more. */
  default Path log() {
    return folder().resolve("server.log");
  }

  /** What the log says when the server can be told to deploy. */
  String ready();

  Deployments deployments();

  /**
   * One of the kind of server that the tests run on.
   *
   * @param folder absolute
   */
  static ServerHome at(Path folder, HttpPorts ports) {
    return switch (RunningServer.name()) {
      case "payara-micro" -> new PayaraMicroHome(folder, ports);
      case "wildfly" -> new WildFlyHome(folder, ports);
      case "glassfish" -> new GlassFishHome(folder, ports);
      case "openliberty" -> new OpenLibertyHome(folder, ports);
      default -> throw new IllegalArgumentException(RunningServer.name());
    };
  }
}
