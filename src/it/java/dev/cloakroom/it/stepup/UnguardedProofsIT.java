package dev.cloakroom.it.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that ask for a proof where nothing stands before are not served, and told where. */
@OnServerWith(StepUpWars.class)
@Tag("G7")
class UnguardedProofsIT {
  private static final String PLACES = "dev.cloakroom.it.stepup.unguarded.";

  private final ServerLog log;
  private final ProbeClient server;

  UnguardedProofsIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
  }

  @ParameterizedTest
  @CsvSource({
    "FreshFilter, asks for a proof where nothing stands before it",
    "FreshSocket, asks for a proof where nothing stands before it",
    "LatePage, asks for a proof where nothing stands before it",
    "FreshMethod, not at its methods",
    "FreshObject, Make it a bean",
    "UnreadableBean.read, PT1S to P1D"
  })
  void proof_isNamedWithItsRemedy(String place, String remedy) throws Exception {
    assertThat(log.textWith(PLACES + place + " "))
        .containsPattern("(?m)^ *" + Pattern.quote(PLACES + place) + " .*" + Pattern.quote(remedy));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proofs-unguarded/fresh-method", "proofs-late/late"})
  void application_isNotServed(String path) {
    assertThat(server.get(path).statusCode()).isIn(404, 500);
    assertThat(server.get(path).body()).doesNotContain("vault");
  }

  /** The same rules, where something stands before them. */
  @Test
  void applicationWhoseRulesAreGuarded_isServed_andAsks() {
    assertThat(server.get("vault/vault").statusCode()).isEqualTo(401);
    assertThat(server.get("vault/api/vault").statusCode()).isEqualTo(401);
  }
}
