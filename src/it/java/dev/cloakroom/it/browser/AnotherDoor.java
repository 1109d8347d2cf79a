package dev.cloakroom.it.browser;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.testing.FreePort;
import dev.cloakroom.testing.Relay;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Another port by which browsers reach a server: what is deployed there can be told its origins
 * before there is a server.
 */
final class AnotherDoor {
  private static final int PORT = FreePort.any();
  private static final Map<RunningServer, Relay> RELAYS = new ConcurrentHashMap<>();

  private AnotherDoor() {}

  /** The origin that pages have there by the name of a site. */
  static String origin(Site site) {
    return "https://" + site.host() + ":" + PORT;
  }

  /** Has it lead to a server. */
  static void openTo(RunningServer server) {
    RELAYS.computeIfAbsent(server, AnotherDoor::relay);
  }

  private static Relay relay(RunningServer server) {
    return Relay.between(
        PORT,
        server.http().getPort(),
        Certificates.OF_THESE_TESTS.sites().getServerSocketFactory());
  }
}
