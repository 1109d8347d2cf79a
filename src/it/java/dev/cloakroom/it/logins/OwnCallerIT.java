package dev.cloakroom.it.logins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller of the application's own type, found by that type. */
@OnServerWith(LoginWars.class)
class OwnCallerIT {
  private final ServerLog log;
  private final StepClient page;

  OwnCallerIT(ServerProcess process) {
    this.log = process.log();
    this.page =
        new StepClient(ProbeClient.over(process.server()).another("logins/").another(), "steps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "rest/open", "rest/users"})
  void ownCaller_isFoundInTheLoginRequest_andInLaterOnes(String path) {
    assertThat(page.does("own", "login:employee-a", "own", "who"))
        .containsExactly("", "in", "employee-a 2", "employee-a user");

    assertThat(page.at(path).does("own", "who")).containsExactly("employee-a 2", "employee-a user");
    assertThat(page.at(path).does("logout", "own", "who")).containsExactly("out", "", "nobody");
  }

  @Test
  void ownCaller_byTheEndpointAndATokenOfIt_isFound() {
    String token = page.client().login("employee-b").getString("accessToken");
    StepClient bearer = new StepClient(page.client().another().bearer(token), "steps");

    assertThat(bearer.does("own")).containsExactly("employee-b 2");
    assertThat(page.does("own")).containsExactly("employee-b 2");
  }

  @Test
  void callerOfNoOwnType_isNone() {
    page.does("login:employee-c", "logout", "login:user-c");

    assertThat(page.does("own", "who")).containsExactly("", "user-c user");
  }

  @Test
  void callerWhoCannotBeKept_isLoggedIn_andNamedInTheLog() throws IOException {
    assertThat(page.does("login:visitor-d", "own")).containsExactly("in", "visitor-d 0");

    assertThat(page.does("own", "who")).containsExactly("", "visitor-d user");
    page.does("logout", "login:visitor-e");
    assertThat(log.linesWith("cannot be kept with the login session"))
        .singleElement()
        .asString()
        .contains("Visitor", "java.lang.Object");
  }
}
