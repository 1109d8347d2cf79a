package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An application with a login page: visitors are led there, everybody else is refused. */
@OnServerWith(SettingsWars.class)
class LoginPageIT {

  private final ProbeClient visitor;
  private final ProbeClient program;

  LoginPageIT(ServerProcess process) {
    program = ProbeClient.over(process.server()).another("pages/");
    visitor = program.another().header("Accept", "text/html,*/*;q=0.8");
  }

  @ParameterizedTest
  @CsvSource({
    "declared/caller, %2Fpages%2Fdeclared%2Fcaller",
    "declared/caller?a=1&b=2, %2Fpages%2Fdeclared%2Fcaller%3Fa%3D1%26b%3D2",
    "annotated, %2Fpages%2Fannotated"
  })
  void visitorWithoutLogin_isLedToThePage_andToldWhereToGoNext(String path, String next) {
    HttpResponse<String> answer = visitor.get(path);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/pages/login.html?next=" + next);
  }

  @Test
  void program_isChallengedInstead() {
    assertThat(program.get("declared/caller").statusCode()).isEqualTo(401);
    assertThat(program.post("declared/caller").statusCode()).isEqualTo(401);
  }

  @Test
  void visitorWithTheWrongRole_isForbidden_andNotLedAway() {
    visitor.post("login", form("user-visitor", "pw-user-visitor", ""));

    assertThat(visitor.get("annotated").statusCode()).isEqualTo(403);
    assertThat(visitor.get("declared/caller").statusCode()).isEqualTo(200);
  }

  @Test
  void formLogin_leadsToWhereTheVisitorWantedToGo() {
    HttpResponse<String> answer =
        visitor.post("login", form("user-form", "pw-user-form", "/pages/declared/caller?a=1"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/pages/declared/caller?a=1");
    assertThat(visitor.get("declared/caller").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example/", ""})
  @Tag("X14")
  void formLogin_withATargetElsewhere_leadsToTheDefault(String next) {
    HttpResponse<String> answer = visitor.post("login", form("user-form", "pw-user-form", next));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/pages/caller");
  }

  @Test
  void formLogin_thatFails_leadsBackWithTheReason() {
    HttpResponse<String> answer = visitor.post("login", form("user-form", "wrong", ""));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/pages/login.html?reason=invalid-credentials");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void loginEndpoint_asAPage_leadsToThePage() {
    assertThat(location(visitor.get("login"))).isEqualTo("/pages/login.html");
  }

  private static Map<String, String> form(String name, String password, String next) {
    return Map.of("username", name, "password", password, "next", next);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
