package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.app.ProbeIdentityStore;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server without what {@code server-config} says has to be set. Only WildFly needs anything;
 * every other test runs on a WildFly that has it, and logs in there.
 */
class UnconfiguredServerIT {
  private static final String VETO = "The server does not accept whom Cloakroom logged in.";

  @Test
  @Tag("G7")
  void login_onWildFly_saysWhichSettingIsMissing_andSucceedsElsewhere(@TempDir Path folder)
      throws Exception {
    try (ServerProcess process = ServerProcess.in(folder.resolve("it"), Variant.AS_IT_COMES)) {
      process.deploy(
          ProbeWar.bare("bare.war")
              .classes(ProbeIdentityStore.class)
              .setting("cloakroom.path", "/auth")
              .setting("cloakroom.cookie.secure", "auto")
              .archive());
      ProbeClient client = ProbeClient.over(process.server()).another("bare/");

      if (RunningServer.name().equals("wildfly")) {
        assertVetoed(client);
        assertVetoed(client);
        assertThat(process.log().textWith(VETO).lines().filter(line -> line.contains(VETO)))
            .singleElement()
            .asString()
            .contains("integrated-jaspi,value=false");
      } else {
        client.login("user-at-once");
        assertThat(client.get("auth/session").statusCode()).isEqualTo(200);
        assertThat(process.log().text()).doesNotContain(VETO);
      }
    }
  }

  private static void assertVetoed(ProbeClient client) {
    HttpResponse<String> answer = client.login("user-vetoed", "pw-user-vetoed");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(ProbeClient.parse(answer.body()).getString("reason"))
        .isEqualTo("misconfigured-server");
    assertThat(client.get("auth/session").statusCode()).isEqualTo(401);
  }
}
