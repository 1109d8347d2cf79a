package dev.cloakroom.it.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same application with Cloakroom: one login, shown by cookie or by token. */
@OnServerWith(ComparedWars.class)
class ComparedIT {
  private static final String ORDERS = "orders";
  private final ProbeClient anybody;
  private final ProbeClient anybodyOverTls;

  ComparedIT(ServerProcess process) {
    anybody = ProbeClient.over(process.server()).another("compared-cloakroom/");
    anybodyOverTls = ProbeClient.overHttps(process.server()).another("compared-cloakroom/");
  }

  private static ProbeClient visitor(ProbeClient visitor) {
    assertThat(visitor.header("Accept", "text/html").get(ORDERS).statusCode()).isIn(302, 303);
    assertThat(logIn(visitor).statusCode()).isIn(302, 303);
    assertThat(visitor.get(ORDERS).body()).isEqualTo("orders of user-both");
    return visitor;
  }

  private static HttpResponse<String> logIn(ProbeClient visitor) {
    return visitor
        .header("Accept", "text/html")
        .post("auth/login", Map.of("username", "user-both", "password", "pw-user-both"));
  }

  private ProbeClient program() {
    return anybody.another().bearer(anybody.another().login("user-both").getString("accessToken"));
  }

  @Test
  void visitor_logsInOnThePage_andAProgramByToken() {
    assertThat(visitor(anybody.another()).get(ORDERS).statusCode()).isEqualTo(200);
    assertThat(program().get(ORDERS).body()).isEqualTo("orders of user-both");
  }

  @Test
  void program_isRefusedWithAChallenge() {
    HttpResponse<String> answer = anybody.another().get(ORDERS);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  @Tag("S7")
  void logout_endsTheCopyOfACookie_andTheToken() {
    ProbeClient visitor = visitor(anybody.another());
    ProbeClient copy = visitor.copy();
    ProbeClient program = program();

    visitor.post("door");
    program.post("door");

    assertThat(copy.get(ORDERS).statusCode()).isIn(302, 303);
    assertThat(program.get(ORDERS).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("C1")
  @Tag("C2")
  void cookie_isNewAtLogin_andHasItsAttributes() {
    ProbeClient visitor = anybodyOverTls.another();
    visitor.get("door");
    HttpResponse<String> login = logIn(visitor);

    assertThat(login.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("__Host-sid="))
        .singleElement()
        .satisfies(
            cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "; SameSite=Lax"));
  }

  @Test
  @Tag("X5")
  void foreignPage_isRefused() {
    ProbeClient visitor = visitor(anybody.another());
    ProbeClient forged = visitor.copy().header("Sec-Fetch-Site", "cross-site");

    assertThat(forged.post(ORDERS).statusCode()).isEqualTo(403);
    assertThat(visitor.post(ORDERS).body()).isEqualTo("ordered by user-both");
  }
}
