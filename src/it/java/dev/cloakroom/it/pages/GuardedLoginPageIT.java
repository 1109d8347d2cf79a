package dev.cloakroom.it.pages;

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

/** A constraint on {@code /*}: everything is guarded, and callers can log in all the same. */
@OnServerWith(PagesWars.class)
class GuardedLoginPageIT {
  private static final String CALLER = "user-everywhere";

  private final ProbeClient program;
  private final ProbeClient visitor;

  GuardedLoginPageIT(ServerProcess process) {
    program = ProbeClient.over(process.server()).another("everywhere/");
    visitor = program.another().header("Accept", "text/html,*/*;q=0.8");
  }

  @ParameterizedTest
  @CsvSource({"login.html, the login page", "css/login.css, the style"})
  void loginPage_andWhatItNeeds_isForEverybody(String path, String text) {
    assertThat(visitor.get(path).statusCode()).isEqualTo(200);
    assertThat(visitor.get(path + "?reason=session-expired").body()).isEqualTo(text);
    assertThat(program.get(path).body()).isEqualTo(text);
    assertThat(visitor.head(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders/1",
        "secret.html",
        "css/../secret.html",
        "css/%2e%2e/secret.html",
        "css/%252e%252e/secret.html",
        "css/..;/secret.html",
        "css;/../secret.html",
        "css/%2e%2e%2fsecret.html",
        "css/%3f/../../secret.html",
        "login.html/../secret.html",
        "login.html;/../secret.html",
        "login.html%3b/../secret.html",
        "login.html/secret",
        "auth/login/../../secret.html",
        "auth/login;/../../secret.html",
        "LOGIN.HTML"
      })
  @Tag("X18")
  void everythingElse_isGuarded_howeverItIsSpelled(String path) {
    assertThat(program.get(path).statusCode()).as(path).isIn(301, 400, 401, 404);
    assertThat(visitor.get(path).body()).doesNotContain("a treasure");
  }

  @Test
  void resources_areOpenForReadingOnly() {
    assertThat(visitor.post("css/login.css").statusCode()).isIn(303, 401);
  }

  @Test
  void formLogin_worksAndLeadsBack() {
    HttpResponse<String> led = visitor.get("orders/1?a=b");
    assertThat(led.statusCode()).isEqualTo(303);

    HttpResponse<String> answer =
        visitor.post("auth/login", form("pw-" + CALLER, "/everywhere/orders/1?a=b"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/everywhere/orders/1?a=b");
    assertThat(visitor.get("orders/1?a=b").body()).isEqualTo("GET by " + CALLER + ": a=b");
  }

  @Test
  void jsonLogin_andItsTokens_work() {
    String token = program.login(CALLER).getString("accessToken");

    assertThat(program.another().bearer(token).get("orders/1").statusCode()).isEqualTo(200);
    assertThat(program.get("auth/session").statusCode()).isEqualTo(200);
  }

  @Test
  void refresh_needsNoOtherCaller() {
    String refresh = program.login(CALLER).getString("refreshToken");

    HttpResponse<String> answer = program.another().bearer(refresh).post("auth/refresh");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void wrongPassword_isRefused() {
    assertThat(program.login(CALLER, "wrong").statusCode()).isEqualTo(401);
    assertThat(visitor.post("auth/login", form("wrong", "/everywhere/orders/1")).statusCode())
        .isEqualTo(303);
    assertThat(visitor.get("orders/1").statusCode()).isEqualTo(303);
  }

  @Test
  void logout_ofNobody_isAnswered() {
    assertThat(program.post("auth/logout").statusCode()).isEqualTo(200);
    assertThat(program.get("auth/sessions").statusCode()).isEqualTo(401);
    assertThat(program.get("auth/.well-known/jwks.json").statusCode()).isEqualTo(200);
  }

  @Test
  void caller_withoutTheRole_canLogOut() {
    ProbeClient user = program.another("../admins/");
    user.login(CALLER);
    assertThat(user.get("orders/1").statusCode()).isEqualTo(403);
    String session = user.ticket();

    assertThat(user.post("auth/logout").statusCode()).isEqualTo(200);

    assertThat(user.cookie("sid", session).get("orders/1").statusCode()).isEqualTo(401);
  }

  private static Map<String, String> form(String password, String next) {
    return Map.of("username", CALLER, "password", password, "next", next);
  }
}
