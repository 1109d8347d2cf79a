package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** An application whose store must not be used the way it is set up. */
@OnServer(UnusableStoreDeployment.class)
class UnusableStoreIT {

  @Test
  void unusableStore_stopsTheDeployment_andIsExplained(RunningServer server) throws IOException {
    ProbeClient client = ProbeClient.over(server);

    assertThat(client.get("unusable-store/login").statusCode()).isEqualTo(404);
    assertThat(server.log().text())
        .contains("The store of login sessions cannot be opened.")
        .contains("cloakroom.store=redis needs the driver Jedis");
  }
}
