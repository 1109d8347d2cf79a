package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application's own identity stores take part, each in its role, and only at login. */
@OnServer(ProbeDeployment.class)
class IdentityStoresIT {

  private final ProbeClient client;

  IdentityStoresIT(RunningServer server) {
    client = ProbeClient.over(server);
  }

  @Test
  void customStore_logsInWhomItKnows_andNobodyElse() {
    assertThat(client.login("user-custom", "pw-user-custom").statusCode()).isEqualTo(200);
    assertThat(client.another().login("user-custom", "pw-other").statusCode()).isEqualTo(401);
    assertThat(client.another().login("stranger", "pw-stranger").statusCode()).isEqualTo(401);
  }

  @Test
  void databaseStore_logsInWithTheGroupsOfTheDatabase() {
    HttpResponse<String> login = client.login("dora", "in-database");

    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(ProbeClient.parse(login.body()).getJsonObject("user").toString())
        .isEqualTo("{\"name\":\"dora\",\"groups\":[\"editor\",\"user\"]}");
    assertThat(client.get("declared/caller").statusCode()).isEqualTo(200);
  }

  @Test
  void databaseStore_refusesAWrongPassword() {
    HttpResponse<String> login = client.login("dora", "in-databasE");

    assertThat(login.statusCode()).isEqualTo(401);
    assertThat(client.cookie(ProbeClient.TICKET)).isNull();
  }

  @Test
  void directoryStore_logsInWithTheGroupsOfTheDirectory() {
    HttpResponse<String> login = client.login("lena", "in-directory");

    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(ProbeClient.parse(login.body()).getJsonObject("user").toString())
        .isEqualTo("{\"name\":\"lena\",\"groups\":[\"staff\"]}");
    assertThat(client.get("api/caller/staff").statusCode()).isEqualTo(200);
    assertThat(client.another().login("lena", "in-directorY").statusCode()).isEqualTo(401);
  }

  /** The server's own store would find lena by any of these, and call her so. */
  @ParameterizedTest
  @ValueSource(
      strings = {"lena*", "l*", "*", "lena)(uid=*", "(lena", "l\\65na", " lena", "le\u00adna"})
  @Tag("P11")
  void directoryStore_isNotAskedByAPattern(String name) {
    assertThat(client.login(name, "in-directory").statusCode()).isEqualTo(401);
    assertThat(client.cookie(ProbeClient.TICKET)).isNull();
    assertThat(client.login("lena", "in-directory").statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("G7")
  void directoryThatIsDown_isUnavailable_butWhoIsLoggedInStaysSo() throws LDAPException {
    client.login("lena", "in-directory");
    Directory.downWhile(
        () -> {
          ProbeClient another = client.another();
          assertThat(another.login("lena", "in-directory").statusCode()).isEqualTo(503);
          assertThat(another.cookie(ProbeClient.TICKET)).isNull();
          assertThat(client.get("api/caller/staff").statusCode()).isEqualTo(200);
        });
    assertThat(client.another().login("lena", "in-directory").statusCode()).isEqualTo(200);
  }

  @Test
  void storeThatOnlyProvidesGroups_addsThem() {
    ProbeClient user = client.another();
    client.login("staff-member");
    user.login("user-member");

    assertThat(client.get("api/caller/staff").statusCode()).isEqualTo(200);
    assertThat(user.get("api/caller/staff").statusCode()).isEqualTo(403);
  }

  @Test
  void storeThatOnlyProvidesGroups_isAskedAtLoginAndNotOnRequests() {
    JsonObject login = client.login("staff-counted");
    int calls = calls("staff-counted");
    assertThat(calls).isPositive();
    ProbeClient bearer = client.another().bearer(login.getString("accessToken"));
    for (int i = 0; i < 20; i++) {
      assertThat(client.get("api/caller/staff").statusCode()).isEqualTo(200);
      assertThat(bearer.get("api/caller/staff").statusCode()).isEqualTo(200);
    }
    bearer.another().bearer(login.getString("refreshToken")).post(ProbeClient.REFRESH);
    client.post("api/sessions/rotate");
    assertThat(calls("staff-counted")).isEqualTo(calls);

    client.another().login("staff-counted");
    assertThat(calls("staff-counted")).isGreaterThan(calls);
  }

  @Test
  @Tag("G7")
  @Tag("G8")
  void storeThatFails_isUnavailable_andLogsNobodyIn() {
    HttpResponse<String> login = client.login("broken-caller", "pw-broken-caller");

    assertThat(login.statusCode()).isEqualTo(503);
    assertThat(login.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(login.headers().firstValue("Retry-After")).isPresent();
    assertThat(login.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(ProbeClient.parse(login.body()).getString("reason")).isEqualTo("unavailable");
    assertThat(login.body()).doesNotContain("told to fail", "IllegalState");
    assertThat(client.get("api/sessions?caller=broken-caller").body()).isEmpty();
  }

  @Test
  @Tag("G8")
  void storeThatFails_leavesAnEarlierLoginAsItWas() {
    client.login("user-before");
    String ticket = client.ticket();

    assertThat(client.login("broken-caller", "pw-broken-caller").statusCode()).isEqualTo(503);

    assertThat(client.ticket()).isEqualTo(ticket);
    assertThat(client.json("declared/caller").getJsonObject("session").getString("name"))
        .isEqualTo("user-before");
  }

  private int calls(String name) {
    return Integer.parseInt(client.another().get("api/caller/directory-calls/" + name).body());
  }
}
