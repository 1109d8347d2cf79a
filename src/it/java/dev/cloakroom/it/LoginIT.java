package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ADMIN;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in: what may be sent, and what comes back. */
@OnServer
class LoginIT {
  private static final List<String> TOKEN_MEMBERS =
      List.of("accessToken", "token", "refreshToken", "tokenType", "expiresIn");

  private final WireClient client;

  LoginIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  static Stream<Arguments> fieldNames() {
    return Stream.of("username", "user", "email", "j_username")
        .flatMap(
            name ->
                Stream.of("password", "pwd", "j_password")
                    .map(password -> Arguments.of(name, password)));
  }

  @ParameterizedTest
  @MethodSource("fieldNames")
  void jsonLogin_withAnyPairOfFieldNames_logsIn(String name, String password) {
    JsonObject body = Json.createObjectBuilder().add(name, "alice").add(password, "123").build();

    Login login = Login.of(client.post("/api/login").json(body).send());

    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  @ParameterizedTest
  @MethodSource("fieldNames")
  void formLogin_withAnyPairOfFieldNames_logsIn(String name, String password) {
    String body = name + "=alice&" + password + "=123";

    Login login = Login.of(client.post("/api/login").form(body).send());

    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  @ParameterizedTest
  @CsvSource({"username, user", "user, email", "email, j_username", "username, j_username"})
  void login_withTheNameInTwoFields_isRefused(String first, String second) {
    String body = first + "=alice&" + second + "=alice&password=123";

    assertThat(client.post("/api/login").form(body).send()).isProblem(400, "malformed-request");
  }

  @Test
  void answer_saysWhoIsLoggedInAndUntilWhen() {
    WireAnswer answer = client.login(ADMIN).with("User-Agent", "wire-test").send();

    JsonObject user = answer.json().getJsonObject("user");
    JsonObject session = answer.json().getJsonObject("session");
    assertThat(user.getString("name")).isEqualTo("admin");
    assertThat(user.getJsonArray("groups")).hasToString("[\"admin\",\"user\"]");
    assertThat(session.getString("id")).hasSizeGreaterThanOrEqualTo(22);
    assertThat(Instant.parse(session.getString("expiresAt"))).isAfter(Instant.now());
    assertThat(session.getString("userAgent")).isEqualTo("wire-test");
    assertThat(session.getBoolean("current")).isTrue();
    assertThat(session.getJsonArray("amr")).hasToString("[\"pwd\"]");
  }

  @Test
  void program_getsTokensBesidesTheCookie() {
    WireAnswer answer = client.login(ALICE).send();

    JsonObject body = answer.json();
    assertThat(body.keySet()).containsAll(TOKEN_MEMBERS);
    assertThat(body.getString("token")).isEqualTo(body.getString("accessToken"));
    assertThat(body.getString("tokenType")).isEqualTo("Bearer");
    assertThat(body.getInt("expiresIn")).isBetween(285, 300);
    assertThat(client.meByToken(Login.of(answer))).isOf(ALICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void browser_withFetchMetadata_getsTheCookieAndNoToken(String site) {
    WireAnswer answer = client.login(ALICE).with("Sec-Fetch-Site", site).send();

    assertNoTokenButALogin(answer);
  }

  @Test
  void browser_withOriginOnly_getsTheCookieAndNoToken() {
    WireAnswer answer = client.login(ALICE).with("Origin", client.origin()).send();

    assertNoTokenButALogin(answer);
  }

  private void assertNoTokenButALogin(WireAnswer answer) {
    Login login = Login.of(answer);
    assertThat(answer.json().keySet()).containsExactlyInAnyOrder("user", "session");
    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  @Test
  @Tag("B5")
  @Tag("C6")
  void answer_withCredentials_isNotStoredAndSetsOneCookie() {
    WireAnswer answer = client.login(ALICE).send();

    assertThat(answer).hasStatus(200).isNotStored();
    assertThat(answer.cookies()).hasSize(1);
    assertThat(answer.onlyCookie().name()).isEqualTo("sid");
  }

  /** So that its owner is not kept out while strangers try the name. */
  @Test
  @Tag("P1")
  @Tag("C6")
  void answer_toABrowser_setsTheCookieOfItsDeviceToo() {
    WireAnswer answer = client.login(ALICE).fromOwnPage().send();

    assertThat(answer.cookies())
        .extracting(ReceivedCookie::name)
        .containsExactlyInAnyOrder("sid", "sid-device");
  }

  @Test
  void wrongPasswordAndUnknownCaller_areAnsweredAlike() {
    WireAnswer wrongPassword = client.post("/api/login").json(ALICE.credentials("not-hers")).send();
    WireAnswer unknownCaller =
        client.post("/api/login").form("username=nobody-here&password=123").send();

    assertThat(wrongPassword).isProblem(401, "invalid-credentials").hasNoHeader("Set-Cookie");
    assertThat(wrongPassword).hasHeader("WWW-Authenticate", "Bearer realm=\"cloakroom\"");
    assertThat(unknownCaller.comparable()).isEqualTo(wrongPassword.comparable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALICE", "Alice", "alice ", " alice", "alice\\u0000", "\\uff41lice"})
  @Tag("P11")
  void name_thatOnlyResemblesACaller_isNobody(String name) {
    String body = "{\"username\":\"" + name + "\",\"password\":\"123\"}";

    assertThat(client.post("/api/login").json(body).send()).isProblem(401, "invalid-credentials");
    assertThat(client.post("/api/login").json(body.replace(name, "alice")).send()).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"123 ", " 123", "0123", "123\\n", "12", "1234"})
  void password_thatOnlyResemblesTheRightOne_isWrong(String password) {
    String body = "{\"username\":\"alice\",\"password\":\"" + password + "\"}";

    assertThat(client.post("/api/login").json(body).send()).isProblem(401, "invalid-credentials");
  }
}
