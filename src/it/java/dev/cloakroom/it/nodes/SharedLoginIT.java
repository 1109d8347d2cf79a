package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedLoginIT {
  private static final String GUARDED = "auth/session";
  private static final String PUBLIC = "auth/.well-known/jwks.json";
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final long POLL_MILLIS = 5;

  private static TwoServers servers;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    servers = new TwoServers(folder);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  /** The same login at the other server. */
  private static ProbeClient alsoAtTheOther(ProbeClient client) {
    return servers.other().cookie(ProbeClient.TICKET, client.ticket());
  }

  private static int status(ProbeClient client) {
    return client.get(GUARDED).statusCode();
  }

  private static void awaitStatus(ProbeClient client, int expected) throws InterruptedException {
    long limit = System.nanoTime() + SOON.toNanos();
    int status = status(client);
    while (status != expected && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      status = status(client);
    }
    assertThat(status).isEqualTo(expected);
  }

  @Test
  @Tag("S7")
  void login_atOneServer_isKnownAtTheOther_untilItEnds() throws InterruptedException {
    ProbeClient here = servers.one();
    here.login("user-shared");
    ProbeClient there = alsoAtTheOther(here);
    assertThat(status(here)).isEqualTo(200);
    assertThat(status(there)).isEqualTo(200);

    assertThat(there.copy().post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertThat(status(there)).isEqualTo(401);
    awaitStatus(here, 401);
  }

  @Test
  @Tag("S10")
  void allSessionsOfACaller_endedAtOneServer_endAtTheOther() throws InterruptedException {
    ProbeClient here = servers.one();
    ProbeClient there = servers.other();
    here.login("user-everywhere");
    there.login("user-everywhere");
    ProbeClient stranger = servers.other();
    stranger.login("user-else");
    assertThat(status(there)).isEqualTo(200);

    assertThat(here.delete("auth/sessions?all=true").statusCode()).isEqualTo(200);

    awaitStatus(there, 401);
    assertThat(status(stranger)).isEqualTo(200);
  }

  @Test
  void tokens_ofOneServer_workAtTheOther() {
    JsonObject login = servers.one().login("user-tokens");

    assertThat(status(servers.other().bearer(login.getString("accessToken")))).isEqualTo(200);
    HttpResponse<String> first =
        servers.other().bearer(login.getString("refreshToken")).post(ProbeClient.REFRESH);
    assertThat(first.statusCode()).isEqualTo(200);
    String next = ProbeClient.parse(first.body()).getString("refreshToken");
    assertThat(servers.one().bearer(next).post(ProbeClient.REFRESH).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("G7")
  void redisThatIsGone_isUnavailable_andNothingElseIsLost() throws InterruptedException {
    servers.redis().kill();
    HttpResponse<String> answer = servers.one().cookie(ProbeClient.TICKET, unknown()).get(GUARDED);
    HttpResponse<String> login = servers.other().login("user-waiting", "pw-user-waiting");
    int open = servers.one().cookie(ProbeClient.TICKET, unknown()).get(PUBLIC).statusCode();
    servers.redis().restart();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(login.statusCode()).isEqualTo(503);
    assertThat(open).isEqualTo(200);
    awaitStatus(servers.one().cookie(ProbeClient.TICKET, unknown()), 401);
    ProbeClient again = servers.other();
    again.login("user-waiting");
    assertThat(status(again)).isEqualTo(200);
  }

  /** Of the right form, so that the store has to be asked. */
  private static String unknown() {
    return "A".repeat(22) + "." + "B".repeat(43);
  }
}
