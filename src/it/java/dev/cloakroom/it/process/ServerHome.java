package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One server's own folder: what it is started with, where it writes its log, and how it is told to
 * take an application in or to let it go. Nothing waits here.
 */
interface ServerHome {

  /** The process that serves this folder, not yet started. */
  ProcessBuilder process();

  Path log();

  /** Whether a log says that the server can be told to deploy. */
  boolean isReady(String log);

  /** Begins a deployment. The file is moved away. */
  void put(Path war) throws IOException;

  /**
   * What has come of a deployment; null as long as it is under way.
   *
   * @param since what the log has got since the deployment began
   */
  @Nullable Outcome outcome(String war, String since);

  /** Begins to undeploy. */
  void remove(String war) throws IOException;

  /** Whether an application is gone. */
  boolean isGone(String war, String since);

  /**
   * Lays out the server that the tests run on.
   *
   * @param folder absolute
   */
  static ServerHome in(Path folder, HttpPorts ports, Variant variant) throws IOException {
    return switch (RunningServer.name()) {
      case "payara-micro" -> PayaraMicroHome.in(folder, ports);
      case "wildfly" -> WildFlyHome.in(folder, ports, variant);
      case "glassfish" -> GlassFishHome.in(folder, ports);
      case "openliberty" -> OpenLibertyHome.in(folder, ports, variant);
      default -> throw new IllegalArgumentException(RunningServer.name());
    };
  }
}
