package dev.cloakroom.it.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Await;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever logged in too long ago logs in once more, and may. */
@OnServerWith(StepUpWars.class)
class FreshLoginIT {
  private static final String CALLER = "user-waiting";
  private static final Await STALE = new Await(Duration.ofSeconds(30), Duration.ofMillis(500));

  private final ProbeClient vault;

  FreshLoginIT(ServerProcess process) {
    vault = ProbeClient.over(process.server()).another("vault/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/vault/fresh", "fresh", "api/calls/enterprise-bean-fresh"})
  @Tag("S13")
  void loginOfLongAgo_isAskedAgain_andANewOneOfTheSameCallerIsFresh(String path) throws Exception {
    ProbeClient user = vault.another();
    user.login(CALLER);
    assertThat(user.get(path).body()).isEqualTo("vault");

    HttpResponse<String> stale =
        STALE.until(() -> user.get(path), answer -> answer.statusCode() != 200);

    assertThat(stale.statusCode()).isEqualTo(401);
    assertThat(stale.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"insufficient_user_authentication\"")
        .contains("max_age=\"8\"")
        .doesNotContain("acr_values");
    String former = user.ticket();
    user.login(CALLER);
    assertThat(user.get(path).body()).isEqualTo("vault");
    assertThat(user.ticket()).isNotEqualTo(former);
    assertThat(vault.another().cookie(ProbeClient.TICKET, former).get(path).statusCode())
        .isEqualTo(401);
  }
}
