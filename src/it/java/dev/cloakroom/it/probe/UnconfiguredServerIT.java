package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import dev.cloakroom.it.process.Wars;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server without what {@code server-config} says has to be set. Only WildFly needs anything;
 * every other test runs on a WildFly that has it, and logs in there.
 */
@OnServerWith(value = UnconfiguredServerIT.Application.class, variant = Variant.AS_IT_COMES)
class UnconfiguredServerIT {
  private static final String VETO = "The server does not accept whom Cloakroom logged in.";

  private final ServerLog log;
  private final ProbeClient client;

  UnconfiguredServerIT(ServerProcess process) {
    log = process.log();
    client = ProbeClient.over(process.server()).another("bare/");
  }

  /** As small as one can be. */
  static final class Application implements Wars {
    @Override
    public List<WebArchive> in(Path folder) throws IOException {
      return List.of(
          ProbeWar.bare("bare.war")
              .classes(ProbeIdentityStore.class)
              .setting("cloakroom.keys.location", PemKey.in(folder).toString())
              .setting("cloakroom.path", "/auth")
              .setting("cloakroom.cookie.secure", "auto")
              .archive());
    }
  }

  @Test
  @Tag("G7")
  void login_onWildFly_saysWhichSettingIsMissing_andSucceedsElsewhere() throws Exception {
    if (RunningServer.name().equals("wildfly")) {
      assertVetoed();
      assertVetoed();
      assertThat(log.textWith(VETO).lines().filter(line -> line.contains(VETO)))
          .singleElement()
          .asString()
          .contains("integrated-jaspi,value=false");
    } else {
      client.login("user-at-once");
      assertThat(client.get("auth/session").statusCode()).isEqualTo(200);
      assertThat(log.text()).doesNotContain(VETO);
    }
  }

  private void assertVetoed() {
    HttpResponse<String> answer = client.login("user-vetoed", "pw-user-vetoed");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(ProbeClient.parse(answer.body()).getString("reason"))
        .isEqualTo("misconfigured-server");
    assertThat(client.get("auth/session").statusCode()).isEqualTo(401);
  }
}
