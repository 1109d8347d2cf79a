package dev.cloakroom.it.starts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log says of each application that is served, and of no other. */
@OnServerWith(StartWars.class)
class StartLineIT {
  private static final String BEGINNING = "Cloakroom 0.1.0-SNAPSHOT has started in '";

  private final ServerLog log;

  StartLineIT(ServerProcess process) {
    this.log = process.log();
  }

  private String lineOf(String application) throws Exception {
    String beginning = BEGINNING + "/" + application + "' on ";
    log.textWith(beginning);
    assertThat(log.linesWith(beginning)).hasSize(1);
    return log.linesWith(beginning).get(0);
  }

  @Test
  void applicationThatIsServed_isSaidToBe_withAllThatItIsServedWith() throws Exception {
    assertThat(lineOf("early"))
        .containsPattern(
            "' on \\S.*\\. Login sessions: memory, of this server alone\\. Cookie: (__Host-sid; Path=/;"
                + " Secure; HttpOnly; SameSite=Lax)(, over plain HTTP sid without Secure)?\\. Keys:"
                + " \\S{20,}, made now and lost when the server stops\\. Endpoints: /auth/login,"
                + " /auth/login/factor, /auth/logout, /auth/refresh, /auth/revoke, /auth/session,"
                + " /auth/sessions, /auth/.well-known/jwks.json, /auth/cloakroom.js\\. Other issuers: none\\. Roles: ");
  }

  @Test
  void storeThatDoesNotTellOfChanges_isSaidNotTo() throws Exception {
    assertThat(lineOf("early-store"))
        .contains(
            "Login sessions: sql, with copies here for PT1S because it does not tell of changes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden-login", "hidden-by-rest", "early-other"})
  void applicationThatIsNotServed_isNotSaidToBe(String application) throws Exception {
    lineOf("early");

    assertThat(log.linesWith(BEGINNING + "/" + application + "'")).isEmpty();
  }
}
