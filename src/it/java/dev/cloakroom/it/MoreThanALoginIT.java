package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the demo wants more for than a login, and how it forgets passwords. */
@OnServer
class MoreThanALoginIT {
  private final WireClient client;

  MoreThanALoginIT(RunningServer server) {
    client = WireClient.overHttp(server);
  }

  private WireRequest asAlice(String method, String path) {
    return client.request(method, path).cookie(client.logIn(DemoCaller.ALICE).cookie());
  }

  @Test
  void card_isForWhoHasJustLoggedIn() {
    assertThat(client.get("/api/sensitive/card").send()).isProblem(401, "not-authenticated");

    WireAnswer shown = asAlice("GET", "/api/sensitive/card").send();
    assertThat(shown).hasStatus(200);
    assertThat(shown.json().getString("card")).isEqualTo("4111 1111 1111 1111");
  }

  @Test
  void cancellation_isNotForWhoHasProvenAPasswordAlone() {
    WireAnswer refused = asAlice("POST", "/api/sensitive/cancellation").send();

    assertThat(refused).isProblem(401, "step-up-required");
    assertThat(refused.header("WWW-Authenticate"))
        .contains("error=\"insufficient_user_authentication\"", "acr_values=\"2\"");
  }

  @Test
  void app_isNotSetUp_byAServerThatHasNoKey() {
    assertThat(client.post("/api/second-factor").send()).isProblem(401, "not-authenticated");
    WireAnswer state = asAlice("GET", "/api/second-factor").send();

    assertThat(state).hasStatus(200).isNotStored();
    assertThat(state.json().getBoolean("enrolled")).isFalse();
    assertThat(asAlice("POST", "/api/second-factor").send()).hasStatus(409);
    assertThat(confirmation("123456")).hasStatus(409);
    assertThat(asAlice("POST", "/api/second-factor/recovery-codes").send()).hasStatus(409);
  }

  private WireAnswer confirmation(String code) {
    return asAlice("POST", "/api/second-factor/confirmation").form("code=" + code).send();
  }

  @Test
  void forgottenPassword_isReplacedByALink_once() {
    String link = linkFor("carol");
    String token = link.substring(link.indexOf('=') + 1);

    assertThat(newPassword(token, "short")).hasStatus(400);
    assertThat(newPassword(token, "a-few-words-and-more")).hasStatus(204);
    assertThat(newPassword(token, "another-few-words")).hasStatus(410);
    assertThat(client.login(DemoCaller.CAROL).send()).isProblem(401, "invalid-credentials");
    assertThat(login("carol", "a-few-words-and-more")).hasStatus(200);
  }

  @Test
  void forgottenPassword_ofNobody_hasNoLink() {
    WireAnswer answer = client.post("/api/password/forgotten").form("name=nobody").send();

    assertThat(answer).hasStatus(202).isNotStored();
    assertThat(answer.json()).isEmpty();
    assertThat(newPassword("guessed", "a-few-words-and-more")).hasStatus(410);
  }

  private String linkFor(String name) {
    WireAnswer answer = client.post("/api/password/forgotten").form("name=" + name).send();
    assertThat(answer).hasStatus(202).isNotStored();
    return answer.json().getString("link");
  }

  private WireAnswer newPassword(String token, String password) {
    return client.post("/api/password/new").form("token=" + token + "&password=" + password).send();
  }

  private WireAnswer login(String name, String password) {
    return client.post("/api/login").form("username=" + name + "&password=" + password).send();
  }
}
