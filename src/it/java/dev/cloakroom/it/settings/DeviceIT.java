package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An application that remembers on which devices its callers logged in, beside one that does not.
 */
@OnServerWith(SettingsWars.class)
class DeviceIT {
  private static final String COOKIE = "sid-device";

  private final ServerLog log;
  private final ProbeClient device;
  private final ProbeClient elsewhere;

  DeviceIT(ServerProcess process) {
    log = process.log();
    device = ProbeClient.over(process.server()).another("jwk/");
    elsewhere = ProbeClient.over(process.server()).another("pem/");
  }

  private static HttpResponse<String> login(ProbeClient client, String name) {
    HttpResponse<String> answer = client.login(name, "pw-" + name);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private static List<String> namesOfCookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf('=')))
        .toList();
  }

  /** What the events of a caller's logins said of the device, one after the other. */
  private List<String> heard(String name, int logins) throws Exception {
    device.another().login(name, "wrong");
    log.textWith("LoginFailed[callerName=" + name + ",");
    List<String> lines =
        log.linesWith("LoggedIn[").stream()
            .filter(line -> line.contains("callerName=" + name + ","))
            .map(line -> line.replaceAll(".* device=([A-Z_]+),.*", "$1"))
            .toList();
    assertThat(lines).hasSize(logins);
    return lines;
  }

  @Test
  @Tag("C6")
  void deviceOfALogin_isKnownFromThenOn_alsoAfterLogout() throws Exception {
    assertThat(namesOfCookies(login(device, "user-dev"))).containsExactlyInAnyOrder("sid", COOKIE);
    device.post(ProbeClient.LOGOUT);
    assertThat(device.get("auth/session").statusCode()).isEqualTo(401);
    assertThat(namesOfCookies(login(device, "user-dev"))).containsExactlyInAnyOrder("sid", COOKIE);

    assertThat(heard("user-dev", 2)).containsExactly("NEW", "KNOWN");
  }

  @Test
  void deviceOfAnotherCaller_isNew_andKnownForBothAfterwards() throws Exception {
    login(device, "user-dev-a");
    login(device, "user-dev-b");
    login(device, "user-dev-a");

    assertThat(heard("user-dev-a", 2)).containsExactly("NEW", "KNOWN");
    assertThat(heard("user-dev-b", 1)).containsExactly("NEW");
  }

  @Test
  void forgedCookie_isAsGoodAsNone() throws Exception {
    login(device, "user-dev-f");
    String genuine = Objects.requireNonNull(device.cookie(COOKIE));
    login(device.another().cookie(COOKIE, genuine.replaceAll(".$", "")), "user-dev-f");
    login(device.another().cookie(COOKIE, "%00~..~"), "user-dev-f");

    assertThat(heard("user-dev-f", 3)).containsExactly("NEW", "NEW", "NEW");
  }

  @Test
  void clientThatKeepsNoCookies_logsInEachTime() throws Exception {
    login(device.another(), "user-dev-n");
    login(device.another(), "user-dev-n");

    assertThat(heard("user-dev-n", 2)).containsExactly("NEW", "NEW");
  }

  @Test
  void applicationThatIsNotAskedTo_remembersNoDevice() throws Exception {
    assertThat(namesOfCookies(login(elsewhere, "user-dev-off"))).containsExactly("sid");

    assertThat(heard("user-dev-off", 1)).containsExactly("NOT_REMEMBERED");
  }
}
