package dev.cloakroom.it.starts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A {@code web.xml} that orders the libraries, and leaves Cloakroom out or not. */
@OnServerWith(StartWars.class)
@Tag("G7")
class AbsoluteOrderingIT {
  private final ServerLog log;
  private final ProbeClient server;

  AbsoluteOrderingIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "api/secret", "auth/session", "nothing"})
  void applicationThatLeavesCloakroomOut_isNotServed(String path) throws Exception {
    assertThat(server.get("unnamed/" + path).statusCode()).isEqualTo(refused());
    assertThat(server.get("unnamed/" + path).body()).isNotIn("open", "secret");
    assertThat(log.textWith("has not been started in this application"))
        .contains("If the web.xml has <absolute-ordering>, name Cloakroom in it")
        .contains("<name>cloakroom</name>");
  }

  private static int refused() {
    return RunningServer.name().equals("openliberty") ? 403 : 500;
  }

  @ParameterizedTest
  @ValueSource(strings = {"named/", "named-first/", "others/"})
  void applicationThatNamesCloakroom_isServed_andGuarded(String application) {
    ProbeClient client = server.another(application);

    assertThat(client.get("open").body()).isEqualTo("open");
    assertThat(client.get("api/secret").statusCode()).isEqualTo(401);
    client.login("user-ordered");
    assertThat(client.get("api/secret").body()).isEqualTo("secret");
  }
}
