package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cookie that two have, and one whose successor never came, where replaced ones are theft. */
@OnServerWith(SettingsWars.class)
class StolenCookieIT {
  private static final String GUARDED = "declared/caller";
  private static final String ROTATE = "api/sessions/rotate";
  private static final long PAUSE_MILLIS = 200;
  private static final long LIMIT_SECONDS = 60;

  private final ProbeClient client;

  StolenCookieIT(ServerProcess process) {
    client = ProbeClient.over(process.server());
  }

  private ProbeClient loggedIn(CookieKind kind, String name) {
    ProbeClient browser = client.another(kind.application());
    browser.login(name);
    return browser;
  }

  private static HttpResponse<String> onceItIsRefused(ProbeClient holder)
      throws InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    HttpResponse<String> answer = holder.get(GUARDED);
    while (answer.statusCode() == 200 && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      answer = holder.get(GUARDED);
    }
    return answer;
  }

  private static void assertEnded(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("session-ended");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("S15")
  void copiedCookie_isNoticedAfterTheGrace_andTheLoginEnds_butNotWhereAnAnswerWasLost(
      CookieKind kind) throws InterruptedException {
    ProbeClient offline = loggedIn(kind, "user-offline");
    assertThat(offline.copy().post(ROTATE).statusCode())
        .as("an answer that is lost")
        .isEqualTo(200);
    ProbeClient browser = loggedIn(kind, "user-copied");
    ProbeClient thief = browser.copy();
    assertThat(browser.post(ROTATE).statusCode()).isEqualTo(200);
    assertThat(thief.get(GUARDED).statusCode()).as("not replaced yet").isEqualTo(200);
    assertThat(browser.get(GUARDED).statusCode()).isEqualTo(200);
    assertThat(thief.get(GUARDED).statusCode()).as("as if in flight").isEqualTo(200);

    assertEnded(onceItIsRefused(thief));

    assertEnded(browser.get(GUARDED));
    assertThat(browser.get("api/events?caller=user-copied").body())
        .containsOnlyOnce("TicketReused[")
        .contains("why=TICKET_REUSED");
    assertThat(offline.get(GUARDED).statusCode()).isEqualTo(200);
    assertThat(offline.get("api/events?caller=user-offline").body()).doesNotContain("Reused");
  }
}
