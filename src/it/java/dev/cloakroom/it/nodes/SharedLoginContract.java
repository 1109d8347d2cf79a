package dev.cloakroom.it.nodes;

import static dev.cloakroom.it.nodes.GuardedPage.status;
import static dev.cloakroom.it.nodes.GuardedPage.untilRefused;
import static java.lang.System.Logger.Level.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.testing.Race;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a login at one server is at the other. */
abstract class SharedLoginContract extends SharedBeanContract {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.it");
  private static final String LEAVING = "user-leaving";
  private static final Duration TOLD_WITHIN = Duration.ofMillis(50);

  private static HttpResponse<String> refresh(ProbeClient at, String refreshToken) {
    return at.another().bearer(refreshToken).post(ProbeClient.REFRESH);
  }

  private static String next(HttpResponse<String> refreshed) {
    assertThat(refreshed.statusCode()).isEqualTo(200);
    return ProbeClient.parse(refreshed.body()).getString("refreshToken");
  }

  @Test
  @Tag("S7")
  void login_atOneServer_isKnownAtTheOther_untilItEnds() throws InterruptedException {
    ProbeClient here = shared().one();
    here.login("user-shared");
    ProbeClient there = alsoAtTheOther(here);
    assertThat(status(here)).isEqualTo(200);
    assertThat(status(there)).isEqualTo(200);

    assertThat(there.copy().post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertThat(status(there)).isEqualTo(401);
    untilRefused(here);
  }

  @Test
  @Tag("S3")
  void elevation_atOneServer_countsAtTheOther_andTheFormerTicketNowhere()
      throws InterruptedException {
    ProbeClient here = shared().one();
    here.login("user-elevated");
    ProbeClient former = alsoAtTheOther(here);
    assertThat(former.get("api/elevation").body()).isEqualTo("1 pwd");

    assertThat(here.post("api/elevation/2").statusCode()).isEqualTo(200);

    ProbeClient there = alsoAtTheOther(here);
    assertThat(there.get("api/elevation").body()).isEqualTo("2 otp,pwd");
    untilRefused(former);
    assertThat(there.post("api/elevation/1").statusCode()).isEqualTo(200);
    assertThat(there.get("api/elevation").body()).isEqualTo("2 otp,pwd");
    untilRefused(here);
  }

  @Test
  @Tag("P1")
  void loginsThatFail_atBothServers_countTogether() {
    for (int i = 0; i < 5; i++) {
      ProbeClient guesser = i % 2 == 0 ? shared().one() : shared().other();
      assertThat(guesser.login("user-guessed", "wrong").statusCode()).isEqualTo(401);
    }

    assertThat(shared().one().login("user-guessed", "pw-user-guessed").statusCode()).isEqualTo(429);
    assertThat(shared().other().login("user-guessed", "wrong").statusCode()).isEqualTo(429);
    assertThat(status(shared().other())).isEqualTo(401);
    shared().other().login("user-spared");
  }

  @Test
  void callerOfTheApplicationsOwnType_isFoundAtTheOtherServer() {
    ProbeClient here = shared().one();
    here.login("employee-shared");
    assertThat(here.get("employee").body()).isEqualTo("employee-shared 2");

    assertThat(alsoAtTheOther(here).get("employee").body()).isEqualTo("employee-shared 2");
    assertThat(shared().other().get("employee").body()).isEmpty();
  }

  /** The median counts: the machine is busy. */
  @Test
  @Tag("S7")
  void logout_atOneServer_countsAtTheOtherWithin50Milliseconds() throws InterruptedException {
    assertToldInTime(
        (here, login) -> assertThat(here.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200));
  }

  @Test
  @Tag("S10")
  void signOutByAnAdministrator_atOneServer_countsAtTheOtherWithin50Milliseconds()
      throws InterruptedException {
    assertToldInTime((here, login) -> assertThat(endedByAdministrator(LEAVING)).isEqualTo("1"));
  }

  @Test
  @Tag("R1")
  void theftOfARefreshToken_atOneServer_countsAtTheOtherWithin50Milliseconds()
      throws InterruptedException {
    assertToldInTime(
        (here, login) -> {
          String stolen = login.getString("refreshToken");
          next(refresh(here, next(refresh(here, stolen))));
          assertThat(refresh(here, stolen).statusCode()).isEqualTo(401);
        });
  }

  private interface Ending {
    void of(ProbeClient here, JsonObject login);
  }

  private void assertToldInTime(Ending ending) throws InterruptedException {
    List<Duration> times = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      ProbeClient here = shared().one();
      JsonObject login = here.login(LEAVING);
      ProbeClient there = alsoAtTheOther(here);
      assertThat(status(there)).isEqualTo(200);
      ending.of(here, login);
      times.add(untilRefused(there));
    }
    times.sort(null);
    LOG.log(INFO, "An end counted after {0}", times);
    assertThat(times.get(TIMES / 2)).isLessThan(TOLD_WITHIN);
  }

  private String endedByAdministrator(String caller) {
    return shared().one().post("api/sessions/end-all", Map.of("caller", caller)).body();
  }

  @Test
  @Tag("S10")
  void allSessionsOfACaller_endedAtOneServer_endAtTheOther() throws InterruptedException {
    ProbeClient here = shared().one();
    ProbeClient there = shared().other();
    here.login("user-everywhere");
    there.login("user-everywhere");
    ProbeClient stranger = shared().other();
    stranger.login("user-else");
    assertThat(status(there)).isEqualTo(200);

    assertThat(here.delete("auth/sessions?all=true").statusCode()).isEqualTo(200);

    untilRefused(there);
    assertThat(status(stranger)).isEqualTo(200);
  }

  @Test
  @Tag("S10")
  void callerSignedOutByAnAdministrator_atOneServer_isSignedOutAtTheOther()
      throws InterruptedException {
    ProbeClient there = shared().other();
    JsonObject login = there.login("user-dismissed");
    ProbeClient byToken = shared().other().bearer(login.getString("accessToken"));
    ProbeClient stranger = shared().other();
    stranger.login("user-kept");
    assertThat(status(there)).isEqualTo(200);
    assertThat(status(byToken)).isEqualTo(200);

    assertThat(endedByAdministrator("user-dismissed")).isEqualTo("1");

    untilRefused(there);
    untilRefused(byToken);
    assertThat(status(stranger)).isEqualTo(200);
  }

  @Test
  void tokens_ofOneServer_workAtTheOther() {
    JsonObject login = shared().one().login("user-tokens");

    assertThat(status(shared().other().bearer(login.getString("accessToken")))).isEqualTo(200);
    String next = next(refresh(shared().other(), login.getString("refreshToken")));
    assertThat(refresh(shared().one(), next).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("R1")
  void stolenRefreshToken_atOneServer_endsTheLoginAtTheOther() throws InterruptedException {
    ProbeClient victim = shared().other();
    String stolen = victim.login("user-robbed").getString("refreshToken");
    String second = next(refresh(shared().other(), stolen));
    String third = next(refresh(shared().other(), second));
    assertThat(status(victim)).isEqualTo(200);

    assertThat(refresh(shared().one(), stolen).statusCode()).isEqualTo(401);

    untilRefused(victim);
    assertThat(refresh(shared().other(), third).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("R3")
  void refresh_atBothServersAtOnce_isOneChain() throws Exception {
    ProbeClient one = shared().one();
    ProbeClient other = shared().other();
    String shown = one.login("user-twice").getString("refreshToken");
    try (Race race = new Race(2)) {
      for (int time = 0; time < TIMES; time++) {
        String token = shown;
        Set<String> successors =
            new HashSet<>(
                race.run(
                    List.of(() -> next(refresh(one, token)), () -> next(refresh(other, token)))));
        assertThat(successors).hasSize(1).doesNotContain(token);
        shown = successors.iterator().next();
      }
    }
    assertThat(status(one)).isEqualTo(200);
  }
}
