package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** An application whose key cannot be used. {@link SettingsIT} has those whose keys can. */
@OnServer(UnusableKeyDeployment.class)
class UnusableKeyIT {

  @Test
  void unusableKey_stopsTheDeployment_andIsExplained(RunningServer server) throws IOException {
    ProbeClient client = ProbeClient.over(server);

    assertThat(client.get("unusable-key/login").statusCode()).isEqualTo(404);
    assertThat(server.log().text())
        .contains("No usable key in classpath:key.pem: it is neither PEM nor JWK.")
        .contains("Make one with: openssl genpkey -algorithm EC");
  }
}
