package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lines that security events leave in the server's log. */
@OnServerWith(SettingsWars.class)
class SecurityLogIT {

  /** Servers that do not take a caller's name with a line break from any mechanism. */
  private static final Set<String> ACCEPTS_NO_LINE_BREAK = Set.of("openliberty");

  private final ServerLog log;
  private final ProbeClient client;

  SecurityLogIT(ServerProcess process) {
    this.log = process.log();
    this.client = ProbeClient.over(process.server()).another("pem/");
  }

  @Test
  @Tag("G3")
  @Tag("G4")
  void eachEvent_isOneLine_withWhoAndWhen() throws Exception {
    JsonObject login = client.login("user-logged");
    client.another().bearer(login.getString("refreshToken")).post(ProbeClient.REFRESH);
    client.post("api/sessions/rotate");
    client.post(ProbeClient.LOGOUT);
    client.login("user-logged", "wrong");

    String id = login.getJsonObject("session").getString("id");
    log.textWith("LoginFailed[callerName=user-logged,");
    assertThat(log.linesWith("callerName=user-logged,"))
        .satisfiesExactly(
            line -> assertThat(line).contains("LoggedIn[sessionId=" + id, "address=127.0.0.1"),
            line -> assertThat(line).contains("TokensRefreshed[sessionId=" + id),
            line -> assertThat(line).contains("TicketRotated[sessionId=" + id),
            line -> assertThat(line).contains("LoginSessionEnded[sessionId=" + id, "LOGGED_OUT"),
            line -> assertThat(line).contains("LoggedOut[sessionId=" + id),
            line -> assertThat(line).contains("LoginFailed[", "reason=invalid-credentials"))
        .allSatisfy(line -> assertThat(line).containsPattern("at=[-0-9]{10}T[:0-9.]+Z]"));
  }

  @Test
  @Tag("G6")
  void nameThatWouldBreakALine_isEncoded() throws Exception {
    client.login("odd\r\nforged: LoggedIn \u001b[31m \u2028 \u202e", "wrong");
    assertThat(client.login("odd\nforged too", "pw-odd\nforged too").statusCode())
        .isEqualTo(ACCEPTS_NO_LINE_BREAK.contains(RunningServer.name()) ? 500 : 200);

    assertThat(log.textWith("forged too"))
        .contains("odd\\u000d\\u000aforged: LoggedIn \\u001b[31m \\u2028 \\u202e")
        .contains("odd\\u000aforged too")
        .doesNotContain("\u001b[31m ", "\u2028", "\u202e");
    assertThat(log.text().lines()).noneMatch(line -> line.startsWith("forged"));
  }

  @Test
  @Tag("G5")
  void credentials_areNowhereInTheLog() throws Exception {
    JsonObject login = client.login("user-secret");
    String ticket = client.ticket();
    client.another().bearer(login.getString("accessToken")).get("declared/caller");
    client.another().bearer(login.getString("refreshToken")).post(ProbeClient.REFRESH);
    client.login("user-secret", "a-password-mistyped");
    client.login("broken-secret", "pw-broken-secret");

    assertThat(log.textWith("LoginFailed[callerName=broken-secret"))
        .contains("callerName=user-secret", "An identity store failed")
        .doesNotContain("pw-user-secret", "a-password-mistyped", "pw-broken-secret")
        .doesNotContain(ticket.substring(ticket.indexOf('.') + 1))
        .doesNotContain(login.getString("accessToken"), login.getString("refreshToken"));
  }

  @Test
  @Tag("G7")
  void observerAndStoreThatFail_areLogged() throws Exception {
    client.login("user-log-unheard");

    assertThat(log.textWith("An observer of"))
        .contains("An observer of LoggedIn failed.")
        .containsPattern("LoggedIn\\[.*callerName=user-log-unheard,");
  }
}
