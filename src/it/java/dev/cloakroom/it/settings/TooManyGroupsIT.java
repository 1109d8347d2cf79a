package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A caller with more groups than an access token can name. */
@OnServerWith(SettingsWars.class)
class TooManyGroupsIT {
  private final ProbeClient client;

  TooManyGroupsIT(ServerProcess process) {
    client = ProbeClient.over(process.server()).another("pem/");
  }

  private String sessionsOf(String caller) {
    return client.another().get("api/sessions?caller=" + caller).body();
  }

  @Test
  @Tag("G7")
  void login_withoutRoomInTheToken_opensNoSession_andSaysThatItIsTheServersFault() {
    HttpResponse<String> answer = client.login("user-with-499-groups", "pw-user-with-499-groups");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(ProbeClient.parse(answer.body()).getString("reason"))
        .isEqualTo("misconfigured-server");
    assertThat(answer.body()).doesNotContain("Exception");
    assertThat(client.cookie(ProbeClient.TICKET)).isNull();
    assertThat(sessionsOf("user-with-499-groups")).isEmpty();
  }

  @Test
  void login_withRoomInTheToken_opensASession() {
    client.login("user-with-5-groups");

    assertThat(client.cookie(ProbeClient.TICKET)).isNotNull();
    assertThat(sessionsOf("user-with-5-groups")).isNotEmpty();
  }
}
