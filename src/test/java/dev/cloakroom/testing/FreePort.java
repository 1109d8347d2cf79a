package dev.cloakroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface that nobody listens on just now. */
public final class FreePort {
  private static final int LEAST = 11_000;
  private static final int MOST = 22_000;

  /** How much higher the second port of a cluster's node is. */
  private static final int CLUSTER_BUS = 10_000;

  private FreePort() {}

  /** One of those that the system gives to connections. */
  public static int any() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One for a node of a cluster of Redis, whose second port is free as well. Both are below those
   * that the system gives to connections, so that none takes them meanwhile.
   */
  public static int ofClusterNode() {
    int port;
    do {
      port = ThreadLocalRandom.current().nextInt(LEAST, MOST);
    } while (!isFree(port) || !isFree(port + CLUSTER_BUS));
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
