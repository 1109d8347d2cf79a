package dev.cloakroom.it.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Await;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever logged in too long ago logs in once more, and may. */
@OnServerWith(StepUpWars.class)
class FreshLoginIT {
  private static final String CALLER = "user-waiting";
  private static final String FRESH = "api/vault/fresh";
  private static final Await STALE = new Await(Duration.ofSeconds(30), Duration.ofMillis(500));

  private final ProbeClient vault;

  FreshLoginIT(ServerProcess process) {
    vault = ProbeClient.over(process.server()).another("vault/");
  }

  @Test
  void loginOfLongAgo_isAskedAgain_andANewOneOfTheSameCallerIsFresh() throws Exception {
    ProbeClient user = vault.another();
    user.login(CALLER);
    assertThat(user.get(FRESH).body()).isEqualTo("vault");

    HttpResponse<String> stale =
        STALE.until(() -> user.get(FRESH), answer -> answer.statusCode() != 200);

    assertThat(stale.statusCode()).isEqualTo(401);
    assertThat(stale.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"insufficient_user_authentication\"")
        .contains("max_age=\"8\"")
        .doesNotContain("acr_values");
    String former = user.ticket();
    user.login(CALLER);
    assertThat(user.get(FRESH).body()).isEqualTo("vault");
    assertThat(user.ticket()).isNotEqualTo(former);
    assertThat(vault.another().cookie(ProbeClient.TICKET, former).get(FRESH).statusCode())
        .isEqualTo(401);
  }
}
