package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Await;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where one password is checked at a time, and no login waits for its turn. */
@OnServerWith(SettingsWars.class)
@Tag("P10")
class LoginWorkIT {
  private static final String GUARDED = "declared/caller";

  private final ProbeClient server;

  LoginWorkIT(ServerProcess process) {
    server = ProbeClient.over(process.server()).another("refusing/");
  }

  @Test
  void loginThatTakesLong_leavesRoomForWhoIsLoggedIn_andOthersAreToldToComeLater()
      throws Exception {
    ProbeClient loggedIn = server.another();
    loggedIn.login("user-inside");
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<HttpResponse<String>> slow =
          threads.submit(() -> server.another().login("gated", "any"));
      assertThat(Await.atMost(Duration.ofSeconds(20)).until(this::isTaken)).isTrue();

      HttpResponse<String> later = server.another().login("user-later", "pw-user-later");
      assertThat(later.statusCode()).isEqualTo(503);
      assertThat(later.headers().firstValue("Retry-After")).isPresent();
      assertThat(later.headers().allValues("Set-Cookie")).isEmpty();
      for (int i = 0; i < 20; i++) {
        assertThat(loggedIn.get(GUARDED).statusCode()).isEqualTo(200);
      }

      assertThat(server.another().post("gate").statusCode()).isEqualTo(200);
      assertThat(slow.get().statusCode()).isEqualTo(200);
      server.another().login("user-later");
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean isTaken() {
    return server.another().get("gate").body().equals("1");
  }
}
