package dev.cloakroom.it.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens by each algorithm that we know, made by a library in another language. */
class TokensWithOpenIdProvider {
  private static final String GUARDED = "declared/caller";

  private static OpenIdProvider provider;
  private static ServerProcess server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    provider = OpenIdProvider.start();
    server = ServerProcess.in(folder, Variant.AS_ADVISED);
    server.deploy(
        OpenIdWars.taking(
            "provider",
            provider.issuer(),
            "RS256,RS384,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA"));
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
  }

  private static ProbeClient showing(String algorithm) {
    return ProbeClient.over(server.server())
        .another("taking-provider/")
        .bearer(provider.accessToken(algorithm));
  }

  @ParameterizedTest
  @Tag("J2")
  @ValueSource(
      strings = {"RS256", "RS384", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
  void tokenByAnAlgorithmThatIsAllowed_logsTheServiceIn(String algorithm) {
    JsonObject session = showing(algorithm).json(GUARDED).getJsonObject("session");

    assertThat(session.getString("name")).isEqualTo("provider:billing");
    assertThat(session.getJsonArray("groups").getString(0)).isEqualTo("user");
  }

  @ParameterizedTest
  @Tag("J2")
  @ValueSource(strings = "RS512")
  void tokenByAnotherAlgorithm_isRefused(String algorithm) {
    assertThat(showing(algorithm).get(GUARDED).statusCode()).isEqualTo(401);
  }
}
