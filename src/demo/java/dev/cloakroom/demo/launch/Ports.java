package dev.cloakroom.demo.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where the server listens on the loopback address.
 *
 * @param http the port of plain HTTP, 1 to 65535
 * @param https the port of HTTPS, 1 to 65535
 */
public record Ports(int http, int https) {

  /** The highest port there is. */
  public static final int HIGHEST = 65_535;

  /** Those of a further node: as many above these as it is behind. */
  Ports above(int nodes) {
    return new Ports(http + nodes, https + nodes);
  }

  /** Refuses numbers that no port has. */
  void requireRange() throws LaunchException {
    int highest = Math.max(http, https);
    if (highest > HIGHEST) {
      throw new LaunchException(
          2, "A node would need port " + highest + ", the highest is " + HIGHEST + ".");
    }
  }

  /**
   * Refuses to go on when somebody else listens already, which the server itself would only tell in
   * the middle of its log.
   */
  void requireFree() throws LaunchException {
    if (http == https) {
      throw new LaunchException(2, "HTTP and HTTPS cannot both use port " + http + ".");
    }
    requireFree(http, "--port (-Ddemo.port)");
    requireFree(https, "--https-port (-Ddemo.https-port)");
  }

  private static void requireFree(int port, String argument) throws LaunchException {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    } catch (IOException taken) {
      throw new LaunchException(
          1,
          "Port %d of 127.0.0.1 is taken (%s). Stop what listens there or choose another by %s."
              .formatted(port, taken.getMessage(), argument));
    }
  }
}
