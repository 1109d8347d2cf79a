package dev.cloakroom.it.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Await;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever logged in too long ago logs in once more, and may. */
@OnServerWith(StepUpWars.class)
class FreshLoginIT {
  private static final String CALLER = "user-waiting";
  private static final Await STALE = new Await(Duration.ofSeconds(30), Duration.ofMillis(500));

  private final ProbeClient vault;

  FreshLoginIT(ServerProcess process) {
    vault = ProbeClient.over(process.server()).another("vault/");
  }

  /** A user of a page that asks for a fresh login, whose own was fresh a moment ago. */
  private record Visit(ProbeClient user, String path) {

    static Visit begun(ProbeClient user, String path) {
      user.login(CALLER);
      assertThat(user.get(path).body()).as(path).isEqualTo("vault");
      return new Visit(user, path);
    }

    void assertIsAskedAgain() throws InterruptedException {
      HttpResponse<String> stale =
          STALE.until(() -> user.get(path), answer -> answer.statusCode() != 200);

      assertThat(stale.statusCode()).as(path).isEqualTo(401);
      assertThat(stale.headers().firstValue("WWW-Authenticate").orElse(""))
          .contains("error=\"insufficient_user_authentication\"")
          .contains("max_age=\"8\"")
          .doesNotContain("acr_values");
    }

    void assertIsServedOnceLoggedInAnew() {
      String former = user.ticket();
      user.login(CALLER);

      assertThat(user.get(path).body()).as(path).isEqualTo("vault");
      assertThat(user.ticket()).isNotEqualTo(former);
      assertThat(user.another().cookie(ProbeClient.TICKET, former).get(path).statusCode())
          .isEqualTo(401);
    }
  }

  /** They wait together: each for as long as a login is fresh. */
  @Test
  @Tag("S13")
  void loginOfLongAgo_isAskedAgain_andANewOneOfTheSameCallerIsFresh() throws Exception {
    List<Visit> visits =
        Stream.of("api/vault/fresh", "fresh", "api/calls/enterprise-bean-fresh")
            .map(path -> Visit.begun(vault.another(), path))
            .toList();

    for (Visit visit : visits) {
      visit.assertIsAskedAgain();
      visit.assertIsServedOnceLoggedInAnew();
    }
  }
}
