package dev.cloakroom.it.starts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servlets and resources of an application at the paths of the endpoints, and beside them. */
@OnServerWith(StartWars.class)
@Tag("G7")
class HiddenEndpointIT {
  private static final String THEIRS = "the application's";

  private final ServerLog log;
  private final ProbeClient server;

  HiddenEndpointIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
  }

  @ParameterizedTest
  @CsvSource({
    "hidden-login/login,           hiding.LoginPage,           /login,      login",
    "hidden-sessions/sessions/one, hiding.SessionsPage,        /sessions/*, sessions",
    "hidden-logout/logout,         written,                    /logout,     logout",
    "hidden-by-rest/sessions/text, hiding.SessionsApplication, /sessions/*, sessions"
  })
  void applicationAtAnEndpointsPath_isNotServed_andTold(
      String path, String servlet, String pattern, String endpoint) throws Exception {
    assertThat(server.get(path).statusCode()).isIn(404, 500);
    assertThat(server.get(path).body()).doesNotContain(THEIRS);
    assertThat(log.textWith(servlet))
        .containsPattern(
            Pattern.quote(servlet)
                + ".* is mapped to "
                + Pattern.quote(pattern)
                + ", .* by cloakroom.path, .* cloakroom.endpoint."
                + endpoint
                + ".enabled=false");
  }

  @ParameterizedTest
  @CsvSource({
    "own-login/login,      200",
    "moved/login,          200",
    "beside-rest/login/text, 200",
    "any/other,            200",
    "default/other,        200"
  })
  void applicationBesideTheEndpoints_answers(String path, int status) {
    assertThat(server.get(path).statusCode()).isEqualTo(status);
    assertThat(server.get(path).body()).isEqualTo(THEIRS);
  }

  @ParameterizedTest
  @CsvSource({
    "own-login/session,   401",
    "moved/auth/login,    405",
    "beside-rest/login,   405",
    "any/login,           405",
    "any/session,         401",
    "any/sessions,        401",
    "any/sessions/one,    401",
    "default/login,       405",
    "default/session,     401"
  })
  void endpointsBesideTheApplication_answer(String path, int status) {
    assertThat(server.get(path).statusCode()).isEqualTo(status);
    assertThat(server.get(path).body()).contains("urn:cloakroom:problem:");
  }
}
