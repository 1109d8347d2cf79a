package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Await;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logins that nobody uses any more, and what their beans hear of it. */
@OnServerWith(SettingsWars.class)
class RunOutIT {
  private static final String BASKET = "api/basket";
  private static final String NAME = BASKET + "/name";
  private static final String ENDS = BASKET + "/ends";
  private static final Await LIMIT = new Await(Duration.ofMinutes(1), Duration.ofMillis(500));

  private final ProbeClient idle;
  private final ProbeClient inUse;

  RunOutIT(ServerProcess process) {
    idle = ProbeClient.over(process.server()).another("brief/");
    inUse = idle.another();
  }

  private static String login(ProbeClient client, String what) {
    client.login("user-" + what);
    assertThat(client.post(BASKET, Map.of("what", what)).body()).isEqualTo(what);
    return client.get(NAME).body() + " with " + what;
  }

  /** What the one that is in use sees of the ends of baskets, once it sees this. */
  private String endsWith(String end) throws InterruptedException {
    return LIMIT.until(() -> inUse.get(ENDS).body(), ends -> ends.contains(end));
  }

  @Test
  @Tag("S5")
  void loginThatRunsOut_hasItsBeanDestroyed_andOneInUseOrRememberedGoesOn() throws Exception {
    ProbeClient remembered = idle.another();
    remembered.post(
        ProbeClient.LOGIN,
        Map.of("username", "user-back", "password", "pw-user-back", "remember", "true"));
    String forgotten = login(idle, "quince");
    String kept = login(inUse, "fig");

    assertThat(endsWith(forgotten).lines()).containsOnlyOnce(forgotten).doesNotContain(kept);

    HttpResponse<String> late = idle.get(BASKET);
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(late.body()).getString("reason")).isEqualTo("session-expired");
    assertThat(inUse.get(BASKET).body()).isEqualTo("fig");
    assertThat(remembered.get(BASKET).statusCode()).isEqualTo(200);
  }
}
