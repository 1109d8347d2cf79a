package dev.cloakroom.it.logins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code HttpServletRequest.login} and {@code SecurityContext.authenticate} of the application. */
@OnServerWith(LoginWars.class)
class ProgrammaticLoginIT {
  private static final String REFUSED = "The login is refused: invalid-credentials.";
  private static final String SOMEBODY = "Somebody is logged in already. Call logout() first.";

  private final ProbeClient server;
  private final StepClient page;

  ProgrammaticLoginIT(ServerProcess process) {
    this.server = ProbeClient.over(process.server()).another("logins/");
    this.page = new StepClient(server.another(), "steps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login:user-p", "security:user-p"})
  void rightPassword_logsIn_fromThenOn(String step) {
    String in = step.startsWith("login") ? "in" : "SUCCESS";

    assertThat(page.does("who", step, "who")).containsExactly("nobody", in, "user-p user");

    assertThat(page.client().ticket()).isNotEmpty();
    assertThat(page.does("who")).containsExactly("user-p user");
    assertThat(page.at("rest/users").does("who")).containsExactly("user-p user");
    assertThat(page.client().get("auth/session").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login:user-p!", "security:user-p!"})
  @Tag("G8")
  void wrongPassword_changesNothing(String step) {
    String refused = step.startsWith("login") ? REFUSED : "SEND_FAILURE";

    assertThat(page.does(step, "who")).containsExactly(refused, "nobody");

    assertThat(page.client().cookie(ProbeClient.TICKET)).isNull();
    assertThat(page.does("who")).containsExactly("nobody");
    assertThat(page.client().get("rest/users").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "rest/open", "rest/users"})
  @Tag("G8")
  void wrongPassword_overALiveLogin_isNoSuccess_andLeavesTheLogin(String path) {
    page.does("login:user-p");
    String ticket = page.client().ticket();

    assertThat(page.at(path).does("security:user-p!", "who"))
        .containsExactly("SEND_FAILURE", "user-p user");
    assertThat(page.at(path).does("security:admin-p!", "who", "security", "who"))
        .containsExactly("SEND_FAILURE", "user-p user", "SUCCESS", "user-p user");

    assertThat(page.client().ticket()).isEqualTo(ticket);
    assertThat(page.does("who")).containsExactly("user-p user");
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "rest/open", "rest/users"})
  @Tag("S3")
  void rightPassword_overALiveLogin_replacesIt(String path) {
    page.does("login:user-p");
    ProbeClient earlier = page.client().copy();

    assertThat(page.at(path).does("security:admin-p", "who"))
        .containsExactly("SUCCESS", "admin-p user admin");

    assertThat(page.does("who")).containsExactly("admin-p user admin");
    assertThat(earlier.get("rest/users").statusCode()).isEqualTo(401);
  }

  @Test
  void login_overALiveLogin_isRefused_untilItIsOver() {
    page.does("login:user-p");

    assertThat(page.does("login:admin-p", "who")).containsExactly(SOMEBODY, "user-p user");
    assertThat(page.does("logout", "who", "login:admin-p", "who"))
        .containsExactly("out", "nobody", "in", "admin-p user admin");
    assertThat(page.does("who")).containsExactly("admin-p user admin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login:user-p", "security:user-p"})
  void login_afterTheAnswerHasBegun_isRefused_andOpensNothing(String step) {
    assertThat(page.does("commit", step, "who"))
        .satisfies(
            told -> {
              assertThat(told.get(1)).startsWith("The response is already committed");
              assertThat(told.get(2)).isEqualTo("nobody");
            });

    ProbeClient other = server.another();
    assertThat(new StepClient(other, "steps").does("login:user-p")).containsExactly("in");
    assertThat(ProbeClient.parse(other.get("auth/sessions").body()).getJsonArray("sessions"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "rest/open"})
  @Tag("G8")
  void withoutCredential_isSuccessOnlyForACaller(String path) {
    assertThat(page.at(path).does("security", "who")).containsExactly("NOT_DONE", "nobody");
    HttpResponse<String> challenge = page.client().get(path + "?do=authenticate");
    assertThat(challenge.statusCode()).isIn(401, 403);
    assertThat(challenge.body()).doesNotContain("true");

    page.does("login:user-p");

    assertThat(page.at(path).does("security", "authenticate", "who"))
        .containsExactly("SUCCESS", "true", "user-p user");
  }

  @Test
  void withoutCredential_afterALoginInTheSameRequest_isSuccess() {
    assertThat(page.does("login:user-p", "security", "authenticate", "who"))
        .containsExactly("in", "SUCCESS", "true", "user-p user");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "logout", "refresh", "session", "rest/login"})
  void pageInThePlaceOfAnEndpoint_knowsItsCaller(String path) {
    StepClient own = new StepClient(server.another("../own-paths/"), path);

    assertThat(own.does("security:user-p!", "who")).containsExactly("SEND_FAILURE", "nobody");
    assertThat(own.does("login:user-p", "who")).containsExactly("in", "user-p user");
    assertThat(own.does("who")).containsExactly("user-p user");
    assertThat(own.does("security:user-p!", "who")).containsExactly("SEND_FAILURE", "user-p user");
  }

  @Test
  void endpoint_stillLogsIn_overALiveLogin() {
    page.does("login:user-p");
    page.client().login("admin-p");

    assertThat(page.does("who")).containsExactly("admin-p user admin");
    assertThat(page.client().login("user-p", "wrong").statusCode()).isEqualTo(401);
    assertThat(page.does("who")).containsExactly("admin-p user admin");
  }
}
