package dev.cloakroom.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback interface that nobody listens on just now, none of them given twice. All
 * are below those that the system gives to connections: one of these may be taken before it is
 * listened on, or while the server that had it is gone, and even by a client that asks for it and
 * is then connected to itself.
 */
public final class FreePort {
  private static final int LEAST = 11_000;
  private static final int MOST = 32_000;

  /** How much higher the second port of a cluster's node is. */
  private static final int CLUSTER_BUS = 10_000;

  private static final Await GONE = Await.atMost(Duration.ofSeconds(20));
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /** One for a server. */
  public static int any() {
    int port = random(MOST);
    while (!isNowTaken(port)) {
      port = random(MOST);
    }
    return port;
  }

  /** One for a node of a cluster of Redis, whose second port is free as well. */
  public static int ofClusterNode() {
    int port = random(MOST - CLUSTER_BUS);
    while (!isNowTaken(port + CLUSTER_BUS) || !isNowTaken(port)) {
      port = random(MOST - CLUSTER_BUS);
    }
    return port;
  }

  /** Waits until nobody listens on a port any more. */
  static void await(int port) throws InterruptedException {
    if (!GONE.until(() -> isFree(port))) {
      throw new IllegalStateException("somebody still listens on port " + port);
    }
  }

  private static int random(int below) {
    return ThreadLocalRandom.current().nextInt(LEAST, below);
  }

  /** Takes it, if nobody has it. */
  private static boolean isNowTaken(int port) {
    return isFree(port) && GIVEN.add(port);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException inUse) {
      return false;
    }
  }
}
