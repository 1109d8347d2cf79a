package dev.cloakroom.it.starts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.JavaProcess;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of an application that use Cloakroom before its initializer has run, and after. */
@OnServerWith(StartWars.class)
class EarlyStartIT {
  private final ServerLog log;
  private final ProbeClient server;
  private final JavaProcess java;

  EarlyStartIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
    this.java = new JavaProcess(process.handle());
  }

  @ParameterizedTest
  @ValueSource(strings = {"early", "early-same"})
  void partsOfTheApplication_useWhatIsInjected_whileItStarts(String application) {
    assertThat(server.get(application + "/started").body().split(" "))
        .containsExactlyInAnyOrder(
            "enterprise-bean=0", "scope=0", "startup=0", "listener=0", "servlet=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"early", "early-same"})
  void keysThatWereMadeEarly_areThoseOfRequests(String application) {
    ProbeClient client = server.another(application + "/");
    JsonObject login = client.login("user-early");

    assertThat(client.get("auth/session").statusCode()).isEqualTo(200);
    assertThat(bearer(client, login, "accessToken").get("auth/session").statusCode())
        .isEqualTo(200);
    assertThat(bearer(client, login, "refreshToken").post(ProbeClient.REFRESH).statusCode())
        .isEqualTo(200);
    assertThat(client.json("auth/.well-known/jwks.json").getJsonArray("keys")).hasSize(1);
  }

  private static ProbeClient bearer(ProbeClient client, JsonObject login, String token) {
    return client.another().bearer(login.getString(token));
  }

  @Test
  void parameterThatIsReadTooLate_stopsTheDeployment_andIsNamed() throws Exception {
    assertThat(server.get("early-other/started").statusCode()).isEqualTo(404);
    assertThat(server.get("early-other/auth/session").statusCode()).isEqualTo(404);
    assertThat(log.textWith("is read too late"))
        .contains("cloakroom.path=/auth (servlet context parameter) is read too late")
        .contains("Write it to META-INF/microprofile-config.properties");
  }

  /** One application is served, the other has opened its store as well and is refused. */
  @Test
  void storeThatIsOpenedEarly_isOpenedOnce_andClosedWhereTheDeploymentStops() throws Exception {
    assertThat(server.get("early-store/started").body()).isEqualTo("enterprise-bean=0 servlet=0");
    assertThat(server.get("early-store-other/started").statusCode()).isEqualTo(404);
    assertThat(java.threads().stream().filter("cloakroom-sql-chores"::equals)).hasSize(1);
  }
}
