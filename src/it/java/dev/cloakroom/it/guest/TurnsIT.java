package dev.cloakroom.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that goes to the container again and again: with Cloakroom as without. */
@OnServerWith(GuestWars.class)
class TurnsIT {
  private final RunningServer server;

  TurnsIT(ServerProcess process) {
    server = process.server();
  }

  private String turned(String application, String path) {
    return ProbeClient.over(server).get(application + "/turn/" + path).body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a%20b", "a;b=c/d", "%C3%BC", "a%25b"})
  void dispatched_isWhatItWasAndHasWhatItHad(String path) {
    assertThat(turned("guarded", path))
        .isEqualTo(turned("without", path))
        .startsWith("ASYNC /turn/")
        .endsWith("true");
  }
}
