package dev.cloakroom.it.crossorigin;

import static dev.cloakroom.it.crossorigin.CorsWars.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** An application with a CORS filter of its own. */
@OnServerWith(CorsWars.class)
class OwnCorsIT {
  private static final String EVIL = "https://evil.test";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String METHOD = "Access-Control-Request-Method: PUT";

  private final RunningServer server;
  private final ServerProcess process;

  OwnCorsIT(ServerProcess process) {
    this.server = process.server();
    this.process = process;
  }

  private RawExchange send(String method, String path, String... headers) {
    return RawExchange.at(server.http(), method, "/" + path, "", headers);
  }

  @Test
  void nothingConfigured_leavesAllOfItToTheFilter() {
    RawExchange preflight = send("OPTIONS", "own/page", "Origin: " + EVIL, METHOD);
    RawExchange answer = send("GET", "own/page?do=who", "Origin: " + EVIL);

    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.values("Access-Control-Allow-Methods")).containsExactly("OWN");
    assertThat(preflight.values(ALLOW_ORIGIN)).containsExactly(EVIL);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.values(ALLOW_ORIGIN)).containsExactly(EVIL);
    assertThat(answer.values("Vary")).containsExactly("Origin");
    assertThat(send("GET", "own/public.html").values("Vary")).doesNotHaveDuplicates();
  }

  @Test
  void configured_nothingIsSaidTwice_andTheFilterOpensNothing()
      throws IOException, InterruptedException {
    RawExchange allowed = send("GET", "both/page?do=who", "Origin: " + APP);
    RawExchange other = send("GET", "both/page?do=who", "Origin: " + EVIL);

    assertThat(allowed.status()).isEqualTo(200);
    assertThat(allowed.values(ALLOW_ORIGIN)).containsExactly(APP);
    assertThat(allowed.values("Access-Control-Allow-Credentials")).containsExactly("true");
    assertThat(allowed.values("Vary")).containsExactly("Origin");
    assertThat(other.text()).doesNotContainIgnoringCase("Access-Control-");
    assertThat(other.values("Vary")).containsExactly("Origin");
    assertThat(process.log().textWith("Take the application's own CORS filter out"))
        .contains("The application sets Access-Control-Allow-Origin, which is left out");
  }
}
