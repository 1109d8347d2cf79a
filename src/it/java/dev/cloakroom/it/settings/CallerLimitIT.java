package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that allow each caller two login sessions. */
@OnServerWith(SettingsWars.class)
@Tag("S12")
class CallerLimitIT {
  private static final String GUARDED = "declared/caller";

  private final ProbeClient server;
  private final ProbeClient replacing;
  private final ProbeClient refusing;
  private final ProbeClient unlimited;

  CallerLimitIT(ServerProcess process) {
    server = ProbeClient.over(process.server());
    replacing = server.another("replacing/");
    refusing = server.another("refusing/");
    unlimited = server.another("pem/");
  }

  private static ProbeClient loggedIn(ProbeClient at, String name) {
    ProbeClient browser = at.another();
    browser.login(name);
    return browser;
  }

  private static void assertServed(ProbeClient... shown) {
    for (ProbeClient each : shown) {
      assertThat(each.get(GUARDED).statusCode()).isEqualTo(200);
    }
  }

  private static void assertEnded(ProbeClient shown) {
    HttpResponse<String> answer = shown.get(GUARDED);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("session-ended");
  }

  @Test
  void replacing_oneLoginTooMany_endsTheOldest() {
    ProbeClient oldest = replacing.another();
    String token = oldest.login("user-thrice").getString("accessToken");
    ProbeClient bearer = replacing.another().bearer(token);
    ProbeClient second = loggedIn(replacing, "user-thrice");
    ProbeClient other = loggedIn(replacing, "user-once");
    assertServed(oldest, bearer, second);

    ProbeClient third = loggedIn(replacing, "user-thrice");

    assertEnded(oldest);
    assertEnded(bearer);
    assertServed(second, third, other);
  }

  @Test
  void refusing_oneLoginTooMany_isForbidden_andEndsNothing() {
    ProbeClient first = loggedIn(refusing, "user-full");
    ProbeClient second = loggedIn(refusing, "user-full");

    HttpResponse<String> third = refusing.another().login("user-full", "pw-user-full");

    JsonObject problem = ProbeClient.parse(third.body());
    assertThat(third.statusCode()).isEqualTo(403);
    assertThat(third.headers().allValues("Content-Type"))
        .containsExactly("application/problem+json");
    assertThat(problem.getString("reason")).isEqualTo("too-many-sessions");
    assertThat(problem).doesNotContainKeys("accessToken", "refreshToken");
    assertThat(third.headers().allValues("Set-Cookie")).isEmpty();
    assertServed(first, second, loggedIn(refusing, "user-not-full"));
  }

  /** Otherwise anybody could find out who is logged in. */
  @Test
  @Tag("P2")
  void refusing_oneLoginTooManyWithAWrongPassword_saysNothingOfTheOthers() {
    loggedIn(refusing, "user-watched");
    loggedIn(refusing, "user-watched");

    HttpResponse<String> guess = refusing.another().login("user-watched", "wrong");

    assertThat(guess.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(guess.body()).getString("reason"))
        .isEqualTo("invalid-credentials");
  }

  @Test
  void refusing_onceOneHasLoggedOut_letsAnotherIn() {
    ProbeClient first = loggedIn(refusing, "user-yielding");
    ProbeClient second = loggedIn(refusing, "user-yielding");
    assertThat(refusing.another().login("user-yielding", "pw-user-yielding").statusCode())
        .isEqualTo(403);

    assertThat(first.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertServed(second, loggedIn(refusing, "user-yielding"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"replacing/", "refusing/"})
  void loginInPlaceOfOnesOwn_endsOnlyThatOne_andIsNotOneMore(String application) {
    ProbeClient at = server.another(application);
    ProbeClient first = loggedIn(at, "user-again");
    ProbeClient second = loggedIn(at, "user-again");
    ProbeClient stale = second.copy();

    second.login("user-again");

    assertEnded(stale);
    assertServed(first, second);
  }

  @Test
  void applicationWithoutALimit_letsEachIn() {
    ProbeClient first = loggedIn(unlimited, "user-many");
    ProbeClient second = loggedIn(unlimited, "user-many");

    assertServed(first, second, loggedIn(unlimited, "user-many"));
  }
}
