package dev.cloakroom.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import java.util.Map;

/**
 * What a login at an application with Cloakroom gave.
 *
 * @param ticket {@code <id>.<secret>}
 * @param token the access token
 */
record MeasuredLogin(String ticket, String token) {
  private static final String NAME = "user-measured";

  static MeasuredLogin at(RunningServer server, String application) {
    return at(server, application, NAME);
  }

  static MeasuredLogin at(RunningServer server, String application, String name) {
    ProbeClient client = ProbeClient.over(server).another(application + "/");
    String token = client.login(name).getString("accessToken");
    return new MeasuredLogin(client.ticket(), token);
  }

  /** The cookie that a login by the container's form gave. */
  static String byForm(RunningServer server, String application) {
    ProbeClient client = ProbeClient.over(server).another(application + "/");
    client.get("api/text/user");
    client.post("j_security_check", Map.of("j_username", NAME, "j_password", "pw-" + NAME));
    assertThat(client.get("api/text/user").statusCode()).isEqualTo(200);
    return "Cookie: JSESSIONID=" + client.cookie("JSESSIONID");
  }

  String cookie() {
    return "Cookie: " + ProbeClient.TICKET + "=" + ticket;
  }

  String bearer() {
    return "Authorization: Bearer " + token;
  }
}
