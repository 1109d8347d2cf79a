package dev.cloakroom.it.logins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is there when the application hears of a login. */
@OnServerWith(LoginWars.class)
@Tag("G3")
class LoginNewsIT {
  private final ServerLog log;
  private final StepClient page;

  LoginNewsIT(ServerProcess process) {
    this.log = process.log();
    this.page =
        new StepClient(ProbeClient.over(process.server()).another("logins/").another(), "steps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "security", "endpoint"})
  void observer_seesTheCallerWhoLoggedIn(String way) throws IOException {
    logIn(way, "user-heard-" + way);

    assertHeard("user-heard-" + way);
  }

  @ParameterizedTest
  @ValueSource(strings = {"security", "endpoint"})
  void observer_seesTheCallerWhoLoggedIn_notTheOneBefore(String way) throws IOException {
    page.does("login:admin-before");

    logIn(way, "user-after-" + way);

    assertHeard("user-after-" + way);
  }

  private void logIn(String way, String caller) {
    if (way.equals("endpoint")) {
      page.client().login(caller);
    } else {
      page.does(way + ":" + caller);
    }
  }

  private void assertHeard(String caller) throws IOException {
    assertThat(page.does("heard:" + caller, "heard-guarded:" + caller))
        .containsExactly(caller + " " + caller + " user same", "in " + caller);
    assertThat(log.linesWith("LoggedIn[")).anyMatch(line -> line.contains("callerName=" + caller));
  }

  @Test
  void observerInAGuardedClass_hearsOfALogout_too() {
    page.does("login:user-leaving");
    page.does("logout");

    assertThat(page.does("heard-guarded:user-leaving"))
        .containsExactly("in user-leaving, out user-leaving");
  }

  @Test
  @Tag("B4")
  void guardedClass_isGuardedStill() throws IOException {
    page.does("login:user-deep");
    assertThat(page.client().get("steps?do=call-guarded:user-deep").statusCode()).isEqualTo(403);
    assertThat(page.does("heard-guarded:user-deep")).containsExactly("in user-deep");
    assertThat(log.text()).contains("An observer of LoggedIn failed.");

    page.does("logout", "login:admin-deep");
    assertThat(page.does("call-guarded:admin-deep", "heard-guarded:admin-deep"))
        .containsExactly("called", "in admin-deep, deeper admin-deep, deeper admin-deep");
  }
}
