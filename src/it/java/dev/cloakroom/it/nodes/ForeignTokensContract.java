package dev.cloakroom.it.nodes;

import static dev.cloakroom.it.nodes.GuardedPage.status;
import static dev.cloakroom.it.nodes.GuardedPage.untilRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ends a token of another issuer at one server ends it at the other. */
abstract class ForeignTokensContract extends SharedLoginContract {

  private static String tokenOf(String caller) {
    return SharedApplication.ISSUER.token(caller, "user").text();
  }

  @Test
  @Tag("J21")
  @Tag("J22")
  void logoutByAForeignToken_atOneServer_isKnownAtTheOtherThatHadServedIt()
      throws InterruptedException {
    String token = tokenOf("leaving");
    ProbeClient here = shared().one().bearer(token);
    ProbeClient there = shared().other().bearer(token);
    ProbeClient stays = shared().other().bearer(tokenOf("leaving"));
    assertThat(status(here)).isEqualTo(200);
    assertThat(status(there)).isEqualTo(200);
    assertThat(status(stays)).isEqualTo(200);

    assertThat(here.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertThat(status(here)).isEqualTo(401);
    untilRefused(there);
    assertThat(status(stays)).isEqualTo(200);
  }

  @Test
  @Tag("S10")
  void endAllOfAForeignCaller_atOneServer_isKnownAtTheOther() throws InterruptedException {
    ProbeClient there = shared().other().bearer(tokenOf("shut"));
    ProbeClient stays = shared().other().bearer(tokenOf("open"));
    assertThat(status(there)).isEqualTo(200);

    shared().one().post("api/sessions/end-all", Map.of("caller", "keycloak:shut"));

    untilRefused(there);
    assertThat(status(stays)).isEqualTo(200);
    String later =
        SharedApplication.ISSUER
            .token("shut", "user")
            .issuedAt(Instant.now().plusSeconds(2))
            .text();
    assertThat(status(shared().other().bearer(later))).isEqualTo(200);
  }
}
