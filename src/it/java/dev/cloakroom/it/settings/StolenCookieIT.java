package dev.cloakroom.it.settings;

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

/** A cookie that two have, and one whose successor never came, where replaced ones are theft. */
@OnServerWith(SettingsWars.class)
class StolenCookieIT {
  private static final String GUARDED = "declared/caller";
  private static final String ROTATE = "api/sessions/rotate";
  private static final Await LIMIT = new Await(Duration.ofMinutes(1), Duration.ofMillis(500));

  private final ProbeClient client;

  StolenCookieIT(ServerProcess process) {
    client = ProbeClient.over(process.server());
  }

  /** What happens to two logins with a cookie of one kind. */
  private record Case(ProbeClient offline, ProbeClient browser, ProbeClient thief) {

    /** The one has lost an answer; of the other somebody else has the cookie of before. */
    static Case of(ProbeClient application) {
      ProbeClient offline = loggedIn(application.another(), "user-offline");
      assertThat(offline.copy().post(ROTATE).statusCode()).isEqualTo(200);
      ProbeClient browser = loggedIn(application.another(), "user-copied");
      ProbeClient thief = browser.copy();
      assertThat(browser.post(ROTATE).statusCode()).isEqualTo(200);
      assertThat(thief.get(GUARDED).statusCode()).as("not replaced yet").isEqualTo(200);
      assertThat(browser.get(GUARDED).statusCode()).isEqualTo(200);
      return new Case(offline, browser, thief);
    }

    private static ProbeClient loggedIn(ProbeClient client, String name) {
      client.login(name);
      return client;
    }

    /** First as if in flight, then as if held up, and then for what it is. */
    void assertIsNoticed() throws InterruptedException {
      assertThat(LIMIT.until(this::isThiefRefusedBesideUse)).isTrue();
      assertThat(isEnded(browser)).isTrue();
      assertThat(browser.get("api/events?caller=user-copied").body())
          .containsOnlyOnce("TicketReused[")
          .contains("why=TICKET_REUSED");
    }

    private boolean isThiefRefusedBesideUse() {
      boolean isRefused = isEnded(thief);
      assertThat(browser.get(GUARDED).statusCode()).isIn(200, 401);
      return isRefused;
    }

    private static boolean isEnded(ProbeClient holder) {
      HttpResponse<String> answer = holder.get(GUARDED);
      return answer.statusCode() == 401
          && ProbeClient.parse(answer.body()).getString("reason").equals("session-ended");
    }

    void assertLostAnswerCostsNothing() {
      assertThat(offline.get(GUARDED).statusCode()).isEqualTo(200);
      assertThat(offline.get("api/events?caller=user-offline").body()).doesNotContain("Reused");
    }
  }

  @Test
  @Tag("S15")
  void copiedCookie_isNoticed_andTheLoginEnds_butNotWhereAnAnswerWasLost() throws Exception {
    List<Case> cases =
        Stream.of(CookieKind.values())
            .map(kind -> Case.of(client.another(kind.application())))
            .toList();

    for (Case one : cases) {
      one.assertIsNoticed();
    }

    assertThat(cases).allSatisfy(Case::assertLostAnswerCostsNothing);
  }
}
