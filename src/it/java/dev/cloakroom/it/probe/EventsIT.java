package dev.cloakroom.it.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each kind of event, as an observer of the application hears it. */
@OnServer(ProbeDeployment.class)
@Tag("G3")
class EventsIT {
  private static final String WHEN = "at=[-0-9]{10}T[:0-9.]+Z]";

  private final ProbeClient client;

  EventsIT(RunningServer server) {
    client = ProbeClient.over(server);
  }

  @Test
  @Tag("G4")
  void login_andLogout_areHeard() {
    String id = id(client.login("user-e1"));
    client.post(ProbeClient.LOGOUT);

    assertHeard(
        "user-e1",
        "LoggedIn\\[sessionId="
            + id
            + ", callerName=user-e1, address=127.0.0.1, device=NOT_REMEMBERED, "
            + WHEN,
        "LoginSessionEnded\\[sessionId=" + id + ", callerName=user-e1, why=LOGGED_OUT, " + WHEN,
        "LoggedOut\\[sessionId=" + id + ", callerName=user-e1, " + WHEN);
  }

  @Test
  void failedLogin_isHeardWithItsReason() {
    client.login("user-e2", "wrong");

    assertHeard(
        "user-e2",
        "LoginFailed\\[callerName=user-e2, address=127.0.0.1, reason=invalid-credentials, " + WHEN);
  }

  @Test
  @Tag("G3")
  void loginOfAPageOfAnotherOrigin_isHeard_withNobodysName() {
    client.another().header("Sec-Fetch-Site", "cross-site").login("user-e2", "pw-user-e2");

    assertThat(heard(""))
        .anyMatch(
            event ->
                event.startsWith(
                    "LoginFailed[callerName=, address=127.0.0.1, reason=cross-origin-refused, "));
  }

  @Test
  void rotation_isHeard() {
    String id = id(client.login("user-e3"));
    client.post("api/sessions/rotate");

    assertHeard(
        "user-e3",
        "LoggedIn.*",
        "TicketRotated\\[sessionId=" + id + ", callerName=user-e3, " + WHEN);
  }

  @Test
  @Tag("R1")
  void refresh_andReuseOfARefreshToken_areHeard() {
    JsonObject login = client.login("user-e4");
    String id = id(login);
    String first = login.getString("refreshToken");
    String second = refresh(first).getString("refreshToken");
    refresh(second);

    assertThat(client.another().bearer(first).post(ProbeClient.REFRESH).statusCode())
        .isEqualTo(401);

    String refreshed = "TokensRefreshed\\[sessionId=" + id + ", callerName=user-e4, " + WHEN;
    assertHeard(
        "user-e4",
        "LoggedIn.*",
        refreshed,
        refreshed,
        "LoginSessionEnded\\[.*, why=REFRESH_TOKEN_REUSED, .*",
        "RefreshTokenReused\\[sessionId=" + id + ", callerName=user-e4, " + WHEN);
    assertThat(client.get("declared/caller").statusCode()).isEqualTo(401);
  }

  @Test
  void ends_areHeardWithWhoEndedThem() {
    ProbeClient other = client.another();
    client.login("user-e5");
    client.login("user-e5");
    other.login("user-e5");
    assertThat(client.delete("auth/sessions").statusCode()).isEqualTo(200);
    client.another().post("api/sessions/end-all", Map.of("caller", "user-e5"));

    assertHeard(
        "user-e5",
        "LoggedIn.*",
        "LoginSessionEnded.* why=REPLACED_BY_LOGIN, .*",
        "LoggedIn.*",
        "LoggedIn.*",
        "LoginSessionEnded.* why=ENDED_BY_CALLER, .*",
        "LoginSessionEnded.* why=ENDED_BY_ADMINISTRATOR, .*");
  }

  @Test
  void observerThatThrows_breaksNothing() {
    JsonObject login = client.login("user-unheard");

    assertThat(client.get("declared/caller").statusCode()).isEqualTo(200);
    assertThat(refresh(login.getString("refreshToken")).getString("accessToken")).isNotEmpty();
    assertThat(client.post("api/sessions/rotate").statusCode()).isEqualTo(200);
    assertThat(client.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);
    assertThat(client.login("user-unheard", "wrong").statusCode()).isEqualTo(401);
    assertHeard(
        "user-unheard",
        "LoggedIn.*",
        "TokensRefreshed.*",
        "TicketRotated.*",
        "LoginSessionEnded.*",
        "LoggedOut.*",
        "LoginFailed.*");
  }

  @Test
  @Tag("G5")
  void events_carryNoCredential() {
    JsonObject login = client.login("user-e6");
    String ticket = client.ticket();
    JsonObject refreshed = refresh(login.getString("refreshToken"));
    client.post("api/sessions/rotate");
    String next = client.ticket();
    client.login("user-e6", "a wrong password");
    client.post(ProbeClient.LOGOUT);

    assertThat(String.join("\n", heard("user-e6")))
        .contains("LoggedIn", "LoginFailed", "TokensRefreshed", "TicketRotated", "LoggedOut")
        .doesNotContain("pw-user-e6", "a wrong password", secret(ticket), secret(next))
        .doesNotContain(
            login.getString("accessToken"),
            login.getString("refreshToken"),
            refreshed.getString("accessToken"),
            refreshed.getString("refreshToken"));
  }

  private JsonObject refresh(String token) {
    return ProbeClient.parse(client.another().bearer(token).post(ProbeClient.REFRESH).body());
  }

  private void assertHeard(String caller, String... patterns) {
    List<String> events = heard(caller);
    assertThat(events).hasSize(patterns.length);
    for (int i = 0; i < patterns.length; i++) {
      assertThat(events.get(i)).matches(patterns[i]);
    }
  }

  private List<String> heard(String caller) {
    String name = URLEncoder.encode(caller, UTF_8);
    return client.another().get("api/events?caller=" + name).body().lines().toList();
  }

  private static String secret(String ticket) {
    return ticket.substring(ticket.indexOf('.') + 1);
  }

  private static String id(JsonObject login) {
    return login.getJsonObject("session").getString("id");
  }
}
