package dev.cloakroom.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes of {@code migrating.md}: applications that were written for other mechanisms. */
@OnServerWith(PagesWars.class)
class MigratingIT {
  private static final String CALLER = "user-migrated";

  private final boolean takesForms;
  private final URI root;
  private final ProbeClient client;

  MigratingIT(ServerProcess process) {
    takesForms = !RunningServer.name().equals("openliberty");
    root = process.server().http();
    client = ProbeClient.over(process.server());
  }

  private ProbeClient visitor(String application) {
    return client.another(application + "/").header("Accept", "text/html,*/*;q=0.8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"form", "form-config"})
  void form_ofJSecurityCheck_leadsToThePageThatWasAskedFor(String application) {
    ProbeClient visitor = visitor(application);
    if (application.equals("form-config") && !takesForms) {
      assertThat(visitor.get("orders/1").statusCode()).isEqualTo(404);
      return;
    }
    String page = location(visitor.get("orders/1?a=b"));
    assertThat(page).startsWith("/" + application + "/forms/login.html?next=");
    assertThat(visitor.get(page).body()).isEqualTo("the form");

    String failed = location(submit(visitor, page, "wrong"));
    assertThat(failed).startsWith("/" + application + "/forms/failed.html?reason=");
    assertThat(visitor.get(failed).body()).isEqualTo("it failed");

    String next = location(submit(visitor, failed, "pw-" + CALLER));
    assertThat(next).isEqualTo("/" + application + "/orders/1?a=b");
    assertThat(visitor.get(next).body()).isEqualTo("GET by " + CALLER + ": a=b");
  }

  /** As a browser does with {@code action="j_security_check"}. */
  private HttpResponse<String> submit(ProbeClient visitor, String page, String password) {
    URI at = root.resolve(page);
    HttpResponse<String> answer =
        visitor
            .another()
            .header("Accept", "text/html")
            .header("Referer", at.toString())
            .post(
                takesForms ? at.resolve("j_security_check").getPath() : "auth/login",
                Map.of("j_username", CALLER, "j_password", password));
    answer.headers().allValues("Set-Cookie").forEach(set -> keep(set, visitor));
    return answer;
  }

  private static void keep(String setCookie, ProbeClient visitor) {
    if (setCookie.startsWith("sid=")) {
      visitor.cookie("sid", setCookie.substring("sid=".length(), setCookie.indexOf(';')));
    }
  }

  @Test
  void jSecurityCheck_isNoLogin_whereTheServerTakesItForItself() {
    ProbeClient visitor = visitor("form");

    HttpResponse<String> answer =
        visitor.post(
            "j_security_check", Map.of("j_username", CALLER, "j_password", "pw-" + CALLER));

    assertThat(answer.statusCode()).isEqualTo(takesForms ? 303 : 302);
    assertThat(visitor.cookie("sid") != null).isEqualTo(takesForms);
  }

  @Test
  void formOfOnesOwn_thatAuthenticates_logsIn() {
    ProbeClient visitor = visitor("custom");
    assertThat(location(visitor.get("orders/1"))).startsWith("/custom/sign-in?next=");
    assertThat(visitor.get("sign-in").body()).isEqualTo("sign in");
    assertThat(visitor.post("sign-in", Map.of("name", CALLER, "password", "wrong")).body())
        .isEqualTo("sign in again");

    HttpResponse<String> answer =
        visitor.post("sign-in", Map.of("name", CALLER, "password", "pw-" + CALLER));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(visitor.get("orders/1").body()).isEqualTo("GET by " + CALLER + ": null");
  }

  @Test
  void resource_ofMicroProfileJwt_getsItsToken() {
    ProbeClient program = client.another("ordered/");
    assertThat(program.get("rest/token").statusCode()).isEqualTo(401);
    String token = program.login(CALLER).getString("accessToken");

    assertThat(program.another().bearer(token).get("rest/token").body())
        .isEqualTo(CALLER + " true");
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
