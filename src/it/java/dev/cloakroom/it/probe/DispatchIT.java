package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that one page hands to another, and the page that errors lead to. */
@OnServer(ProbeDeployment.class)
class DispatchIT {
  private final EachCaller each;

  DispatchIT(RunningServer server) {
    each = EachCaller.of(server);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relay/forward", "relay/include"})
  void target_knowsTheCaller(String way) {
    JsonObject ofUser = each.userByCookie().json(way + "?to=/caller");
    JsonObject ofAdmin = each.adminByBearer().json(way + "?to=/caller");
    JsonObject ofNobody = each.nobody().json(way + "?to=/caller");

    assertThat(ofUser.getJsonObject("request").getString("name")).isEqualTo(EachCaller.USER);
    assertThat(ofUser.getJsonObject("session").getString("name")).isEqualTo(EachCaller.USER);
    assertThat(ofAdmin.getJsonObject("token").getString("name")).isEqualTo(EachCaller.ADMIN);
    assertThat(ofNobody.getJsonObject("session").getBoolean("anonymous")).isTrue();
  }

  /**
   * Jakarta Servlet 6.0, section 13.2: constraints are for what the client asks for, not for what a
   * page hands its request to.
   */
  @ParameterizedTest
  @ValueSource(strings = {"relay/forward", "relay/include"})
  void constraintOfTheTarget_isNotAskedAgain(String way) {
    EachCaller.Statuses open = new EachCaller.Statuses(200, 200, 200);

    each.assertAnswered(client -> client.get(way + "?to=/annotated"), open);
    each.assertAnswered(client -> client.get(way + "?to=/declared-admin/page"), open);
    assertThat(each.nobody().get("annotated").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "relay/forward, /call/vault-admins",
    "relay/forward, /call/ejb-admins",
    "relay/forward, /api/call/vault-admins",
    "relay/forward, /api/call/ejb-admins",
    "relay/forward, /api/rules/admins",
    "relay/include, /call/vault-admins",
    "relay/include, /call/ejb-admins"
  })
  @Tag("B4")
  void rulesOfTheTargetsMethods_hold(String way, String target) {
    each.assertProblems(
        client -> client.get(way + "?to=" + target), new EachCaller.Statuses(401, 403, 200));
  }

  @Test
  void errorPage_knowsTheCaller() {
    assertPage(each.nobody().get("fail"), 409, "409 for nobody, logged in as ");
    assertPage(each.userByCookie().get("fail"), 409, "409 for user-each, logged in as user-each");
    assertPage(
        each.userByBearer().get("declared/fail"), 409, "409 for user-each, logged in as user-each");
  }

  @Test
  @Tag("B4")
  void refusalOfTheContainer_withAnErrorPage_staysA403() {
    String page = "403 for user-each, logged in as user-each";

    assertPage(each.userByCookie().get("annotated"), 403, page);
    assertPage(each.userByBearer().get("declared-admin/page"), 403, page);
    assertThat(each.adminByCookie().get("annotated").statusCode()).isEqualTo(200);
  }

  /** The application has a page for 401, too; the challenge is whole without it. */
  @Test
  @Tag("B4")
  void challenge_withAnErrorPage_staysAProblem() {
    each.assertAnswered(
        client -> client.get("declared/fail"), new EachCaller.Statuses(401, 409, 409));
  }

  private static void assertPage(HttpResponse<String> answer, int status, String text) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(text);
  }
}
