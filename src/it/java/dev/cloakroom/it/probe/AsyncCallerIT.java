package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import jakarta.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that another thread goes on with, once the servlet has returned. */
@OnServer(ProbeDeployment.class)
class AsyncCallerIT {

  /**
   * Servers on which a caller has no roles in another thread, nor after a dispatch from there, and
   * CDI knows no request then: what is guarded stays shut, while the request and the injected
   * session say who the caller is.
   */
  private static final Set<String> ROLELESS = Set.of("payara-micro", "glassfish");

  private final EachCaller each;
  private final boolean roleless = ROLELESS.contains(RunningServer.name());

  AsyncCallerIT(RunningServer server) {
    each = EachCaller.of(server);
  }

  @ParameterizedTest
  @ValueSource(strings = {"later", "declared/later"})
  void otherThread_knowsTheCaller(String path) {
    String role = roleless ? "false" : "true";

    each.users().forEach(user -> assertThat(user.get(path).body()).isEqualTo("user-each false"));
    each.admins()
        .forEach(admin -> assertThat(admin.get(path).body()).isEqualTo("admin-each " + role));
  }

  @Test
  @Tag("B4")
  void asyncServlet_isGuardedAsAnyOther() {
    each.assertAnswered(
        client -> client.get("declared/later"), new EachCaller.Statuses(401, 200, 200));
    assertThat(each.nobody().get("later").body()).isEqualTo("nobody false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/call/vault-admins", "/call/ejb-admins"})
  @Tag("B4")
  void rulesOfTheBeans_holdAfterADispatch(String target) {
    int ofAdmin = roleless ? 403 : 200;

    each.assertProblems(
        client -> client.get("later?to=" + target), new EachCaller.Statuses(401, 403, ofAdmin));
  }

  @Test
  void injectedSession_afterADispatch_isTheCallers() {
    JsonObject seen = each.userByCookie().json("later?to=/caller");

    assertThat(seen.getJsonObject("session").getString("name")).isEqualTo(EachCaller.USER);
  }

  /** As with any dispatch: a constraint is for what the client asks for. */
  @Test
  void constraintOfTheTarget_isNotAskedAgain() {
    each.assertAnswered(
        client -> client.get("later?to=/annotated"), new EachCaller.Statuses(200, 200, 200));
  }
}
