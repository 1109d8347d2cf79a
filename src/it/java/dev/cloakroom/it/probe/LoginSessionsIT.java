package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an administrator does with {@code LoginSessions}, seen by those it is done to. */
@OnServer(ProbeDeployment.class)
@Tag("S10")
class LoginSessionsIT {

  private final ProbeClient desk;
  private final ProbeClient phone;
  private final ProbeClient administrator;

  LoginSessionsIT(RunningServer server) {
    desk = ProbeClient.over(server);
    phone = desk.another();
    administrator = desk.another();
  }

  @Test
  void of_listsTheCallersSessions_newestFirst() {
    String first = id(desk.login("user-listed"));
    String second = id(phone.login("user-listed"));
    desk.another().login("user-listed-too");

    assertThat(administrator.get("api/sessions?caller=user-listed").body())
        .isEqualTo(second + "," + first);
    assertThat(administrator.get("api/sessions?caller=USER-LISTED").body()).isEmpty();
  }

  @Test
  @Tag("J21")
  void end_endsCookieBearerAndRefreshTokenOfThatSessionOnly() {
    JsonObject login = desk.login("user-ended");
    phone.login("user-ended");
    ProbeClient bearer = desk.another().bearer(login.getString("accessToken"));
    assertThat(bearer.get("declared/caller").statusCode()).isEqualTo(200);

    assertThat(act("end", "id", id(login))).isEqualTo("true");

    assertEnded(desk.get("declared/caller"));
    assertEnded(bearer.get("declared/caller"));
    assertEnded(desk.another().bearer(login.getString("refreshToken")).post(ProbeClient.REFRESH));
    assertThat(phone.get("declared/caller").statusCode()).isEqualTo(200);
    assertThat(act("end", "id", id(login))).as("again").isEqualTo("false");
  }

  @Test
  void end_ofAnUnknownSession_isFalse() {
    assertThat(act("end", "id", "AAAAAAAAAAAAAAAAAAAAAA")).isEqualTo("false");
  }

  @Test
  void endAll_endsTheSessionsOfThatCallerOnly() {
    ProbeClient other = desk.another();
    desk.login("user-all");
    phone.login("user-all");
    other.login("user-all-but");

    assertThat(act("end-all", "caller", "user-all")).isEqualTo("2");

    assertEnded(desk.get("declared/caller"));
    assertEnded(phone.get("declared/caller"));
    assertThat(other.get("declared/caller").statusCode()).isEqualTo(200);
    desk.login("user-all");
    assertThat(desk.get("declared/caller").statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("S8")
  void callerWhoIsDisabled_hasNoSessionLeft_byNoCredential_andGetsNone() {
    JsonObject login = desk.login("user-disabled");
    ProbeClient bearer = phone.bearer(login.getString("accessToken"));
    ProbeClient refresh = desk.another().bearer(login.getString("refreshToken"));
    ProbeClient other = desk.another();
    other.login("user-enabled");

    assertThat(act("disable", "caller", "user-disabled")).isEqualTo("1");

    assertEnded(desk.get("declared/caller"));
    assertEnded(bearer.get("declared/caller"));
    assertEnded(refresh.post(ProbeClient.REFRESH));
    assertThat(desk.another().login("user-disabled", "pw-user-disabled").statusCode())
        .isEqualTo(401);
    assertThat(other.get("declared/caller").statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("P2")
  void nameOfNobody_ofWhoIsDisabled_andAWrongPassword_areAnsweredAlike() {
    act("disable", "caller", "user-locked");
    HttpResponse<String> wrong = desk.another().login("user-unlocked", "pw-user-locked");
    assertThat(wrong.statusCode()).isEqualTo(401);

    for (String name : List.of("user-locked", "nobody-locked")) {
      HttpResponse<String> refused = desk.another().login(name, "pw-user-locked");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).isEqualTo(wrong.body());
      assertThat(headers(refused)).isEqualTo(headers(wrong));
    }
    desk.another().login("user-unlocked");
  }

  /** But for the time. */
  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  @Test
  void endAllBefore_endsOlderSessionsOfWhomever_andNoneThatBeganThen() {
    desk.login("user-early");
    JsonObject later = phone.login("user-late");

    String moment = later.getJsonObject("session").getString("createdAt");
    assertThat(Integer.parseInt(act("end-all-before", "moment", moment))).isPositive();

    assertEnded(desk.get("declared/caller"));
    assertThat(phone.get("declared/caller").statusCode()).isEqualTo(200);
  }

  private String act(String what, String field, String value) {
    return administrator.post("api/sessions/" + what, Map.of(field, value)).body();
  }

  private static void assertEnded(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("session-ended");
  }

  private static String id(JsonObject login) {
    return login.getJsonObject("session").getString("id");
  }
}
