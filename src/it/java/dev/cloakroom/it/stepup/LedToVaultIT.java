package dev.cloakroom.it.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Race;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways to a place that asks for a level which are no requests, and levels raised side by side. */
@OnServerWith(StepUpWars.class)
@Tag("S13")
class LedToVaultIT {
  private static final String CALLER = "user-led";
  private static final String ELEVATE = "api/elevation/2";
  private static final int ROUNDS = 10;

  private final ProbeClient vault;

  LedToVaultIT(ServerProcess process) {
    vault = ProbeClient.over(process.server()).another("vault/");
  }

  private static void assertClosed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).isNotEqualTo("vault");
    assertThat(answer.headers().allValues("WWW-Authenticate")).hasSize(1);
  }

  /** The container leads to an error page. */
  @ParameterizedTest
  @CsvSource({"leading/error, 410", "leading/exception, 500"})
  void errorPage_asksAsWell(String path, int status) {
    ProbeClient user = vault.another();
    assertClosed(user.get(path));
    user.login(CALLER);
    assertClosed(user.get(path));

    user.post(ELEVATE);

    assertThat(user.get(path).statusCode()).isEqualTo(status);
    assertThat(user.get(path).body()).isEqualTo("vault");
  }

  /** Servlets define that a forward passes the constraint; it does not pass the level. */
  @Test
  void forward_pastTheConstraint_asksForTheLevel() {
    ProbeClient user = vault.another();
    assertClosed(user.get("leading/roled"));
    user.login(CALLER);
    assertThat(user.get("roled").statusCode()).isEqualTo(403);

    assertClosed(user.get("leading/roled"));
  }

  @Test
  @Tag("S3")
  @Tag("S15")
  void elevationsByOneTicketAtOnce_areOne_andTheTicketIsDead() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        ProbeClient before = vault.another();
        before.login(CALLER);
        ProbeClient one = before.copy();
        ProbeClient other = before.copy();

        List<Integer> statuses =
            race.run(
                List.of(
                    () -> one.post(ELEVATE).statusCode(), () -> other.post(ELEVATE).statusCode()));

        assertThat(statuses).containsExactlyInAnyOrder(200, 401);
        ProbeClient winner = statuses.get(0) == 200 ? one : other;
        assertThat(winner.get("vault").body()).isEqualTo("vault");
        assertClosed(before.get("vault"));
        assertThat(before.get("auth/session").statusCode()).isEqualTo(401);
      }
    }
  }

  /** Whoever comes first: what has ended is open to nobody, by no ticket. */
  @Test
  @Tag("S3")
  @Tag("S7")
  @Tag("S15")
  void elevationBesideALogout_opensNothingThatHasEnded() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        ProbeClient before = vault.another();
        before.login(CALLER);
        ProbeClient elevating = before.copy();
        ProbeClient leaving = before.copy();

        List<Integer> statuses =
            race.run(
                List.of(
                    () -> elevating.post(ELEVATE).statusCode(),
                    () -> leaving.post(ProbeClient.LOGOUT).statusCode()));

        assertThat(before.get("auth/session").statusCode()).as("%s", statuses).isEqualTo(401);
        assertThat(leaving.get("auth/session").statusCode()).isEqualTo(401);
        if (statuses.get(1) == 200) {
          assertThat(elevating.get("auth/session").statusCode()).isEqualTo(401);
          assertClosed(elevating.get("vault"));
        }
      }
    }
  }
}
