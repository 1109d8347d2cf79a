package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application whose key cannot be used. {@link SettingsIT} has those whose keys can. */
class UnusableKeyIT {

  @Test
  void unusableKey_stopsTheDeployment_andIsExplained(@TempDir Path folder) throws Exception {
    try (ServerProcess process = ServerProcess.with(List.of(SettingsWars.unusableKey()), folder)) {
      ProbeClient client = ProbeClient.over(process.server());

      assertThat(client.get("unusable-key/login").statusCode()).isEqualTo(404);
      assertThat(process.log())
          .contains("No usable key in classpath:key.pem: it is neither PEM nor JWK.")
          .contains("Make one with: openssl genpkey -algorithm EC")
          .contains("Startup of context /unusable-key failed");
    }
  }
}
