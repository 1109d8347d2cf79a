package dev.cloakroom.it.logins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code HttpSession.invalidate()} as a logout, and what is none. */
@OnServerWith(LoginWars.class)
@Tag("S7")
class InvalidationIT {
  private static final long UNTIL_TIMED_OUT_MILLIS = 2_500;

  private final ProbeClient server;
  private final StepClient page;

  InvalidationIT(ServerProcess process) {
    this.server = ProbeClient.over(process.server()).another("logins/");
    this.page = new StepClient(server.another(), "steps");
  }

  @ParameterizedTest
  @CsvSource({
    "steps,     invalidate",
    "steps,     invalidate-injected",
    "rest/open, invalidate",
    "rest/users, invalidate"
  })
  void invalidate_endsTheLogin(String path, String how) {
    page.does("login:user-inv");
    page.does("session");
    ProbeClient stale = page.client().copy();

    assertThat(page.at(path).does(how, "who")).containsExactly("invalid", "nobody");

    assertThat(page.client().cookie(ProbeClient.TICKET)).isNull();
    assertThat(stale.get("rest/users").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"invalidate", "invalidate-injected"})
  void invalidate_ofASessionThatHasJustBegun_endsTheLogin(String how) {
    page.does("login:user-inv");
    ProbeClient stale = page.client().copy();

    assertThat(page.does(how, "who")).containsExactly("invalid", "nobody");

    assertThat(stale.get("rest/users").statusCode()).isEqualTo(401);
  }

  @Test
  void invalidate_thenLogin_logsIn() {
    page.does("login:user-inv");

    assertThat(page.does("session", "invalidate", "login:admin-inv", "session", "who"))
        .containsExactly("1", "invalid", "in", "1", "admin-inv user admin");
    assertThat(page.does("session", "who")).containsExactly("2", "admin-inv user admin");
  }

  @Test
  void invalidate_ofNobody_isNothing() {
    assertThat(page.does("session", "invalidate", "who")).containsExactly("1", "invalid", "nobody");
  }

  @Test
  void logoutAndInvalidate_endTheLoginOnce() {
    page.does("login:user-both");
    page.does("session");

    assertThat(page.does("logout", "invalidate", "who"))
        .containsExactly("out", "invalid", "nobody");
    assertThat(page.does("heard-guarded:user-both")).containsExactly("in user-both, out user-both");
  }

  @Test
  void newIdOfTheSession_endsNothing() {
    page.does("login:user-inv", "session");

    assertThat(page.does("rename", "session", "who"))
        .containsExactly("renamed", "2", "user-inv user");
    assertThat(page.does("session", "who")).containsExactly("3", "user-inv user");
  }

  @Test
  void timeout_endsNothing() throws InterruptedException {
    page.does("login:user-inv", "session");
    page.does("session", "brief");

    Thread.sleep(UNTIL_TIMED_OUT_MILLIS);

    assertThat(page.does("session", "who")).containsExactly("1", "user-inv user");
    assertThat(page.does("session", "who")).containsExactly("2", "user-inv user");
  }

  @Test
  void secondLogin_thatEndsTheSessionOfTheFirst_staysLoggedIn() {
    page.does("login:user-inv");
    page.does("session");

    assertThat(page.does("security:admin-inv!", "who"))
        .containsExactly("SEND_FAILURE", "user-inv user");
    assertThat(page.does("security:admin-inv", "who"))
        .containsExactly("SUCCESS", "admin-inv user admin");
    assertThat(page.does("session", "who")).containsExactly("1", "admin-inv user admin");
  }

  @Test
  void invalidate_whereItIsNoLogout_endsNothing() {
    StepClient kept = new StepClient(server.another("../kept/"), "steps");
    kept.does("login:user-inv");
    kept.does("session");

    assertThat(kept.does("invalidate", "who")).containsExactly("invalid", "user-inv user");
    assertThat(kept.does("session", "who")).containsExactly("1", "user-inv user");
  }
}
