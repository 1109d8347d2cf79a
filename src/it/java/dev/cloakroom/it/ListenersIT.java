package dev.cloakroom.it;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void everyListener_isOnTheLoopbackAddress() throws Exception {
    ListeningSockets sockets = ListeningSockets.ofTheProcessBehind(server.http().getPort());

    assertThat(sockets.ports()).contains(server.http().getPort(), server.https().getPort());
    assertThat(sockets.open()).isEmpty();
  }
}
