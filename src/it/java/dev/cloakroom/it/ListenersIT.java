package dev.cloakroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * What else the server of the tests listens on, besides the two ports that {@link SmokeIT} asks.
 */
@OnServer
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
class ListenersIT {

  private final RunningServer server;

  ListenersIT(RunningServer server) {
    this.server = server;
  }

  /**
   * Open Liberty's adapter talks to the JDK's own local JMX agent, which cannot be bound to an
   * address. It accepts connections of this machine only, and an installation has none.
   */
  private static final Map<String, Integer> OPEN = Map.of("openliberty", 1);

  @Test
  void everyListener_isOnTheLoopbackAddress() throws Exception {
    ListeningSockets sockets = ListeningSockets.ofTheProcessBehind(server.http().getPort());

    assertThat(sockets.ports()).contains(server.http().getPort(), server.https().getPort());
    assertThat(sockets.open()).hasSize(open());
  }

  private static int open() {
    return StandingAddress.isMeant() ? 0 : OPEN.getOrDefault(RunningServer.name(), 0);
  }
}
