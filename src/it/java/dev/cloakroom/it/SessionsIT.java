package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.BOB;
import static dev.cloakroom.it.DemoCaller.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who am I, where am I logged in, and the ending of it. */
@OnServer
class SessionsIT {
  private final WireClient client;

  SessionsIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  /** Only this class logs this caller in. */
  @BeforeEach
  void endWhatWasLeft() {
    assertThat(client.delete("/api/sessions?all=true").cookie(client.logIn(TEST).cookie()).send())
        .hasStatus(200);
  }

  private List<JsonObject> list(Login as) {
    WireAnswer answer = client.get("/api/sessions").cookie(as.cookie()).send();
    assertThat(answer).hasStatus(200).isNotStored();
    return answer.json().getJsonArray("sessions").getValuesAs(JsonObject.class);
  }

  private static Stream<String> ids(List<JsonObject> sessions) {
    return sessions.stream().map(session -> session.getString("id"));
  }

  @Test
  void session_saysWhoAmI_byCookieAndByToken() {
    Login login = client.logIn(TEST);

    WireAnswer byCookie = client.get("/api/session").cookie(login.cookie()).send();
    WireAnswer byToken = client.get("/api/session").bearer(login.accessToken()).send();

    assertThat(byCookie).hasStatus(200).isNotStored();
    assertThat(byToken.json()).isEqualTo(byCookie.json());
    assertThat(byCookie.json().getJsonObject("user").getString("name")).isEqualTo("test");
    assertThat(byCookie.json().getJsonObject("session").getString("id"))
        .isEqualTo(login.sessionId());
  }

  @Test
  void session_tellsNoSecret() {
    Login login = client.logIn(TEST);

    for (String path : List.of("/api/session", "/api/sessions")) {
      assertThat(client.get(path).cookie(login.cookie()).send().body())
          .contains(login.sessionId())
          .doesNotContain(login.ticket(), login.refreshToken(), login.accessToken())
          .doesNotContain(login.ticket().substring(23));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/session",
    "GET, /api/sessions",
    "DELETE, /api/sessions",
    "DELETE, /api/sessions?all=true",
    "DELETE, /api/sessions/AAAAAAAAAAAAAAAAAAAAAA"
  })
  void nobody_isRefused(String method, String path) {
    assertThat(client.request(method, path).send()).isProblem(401, "not-authenticated");
  }

  @Test
  @Tag("S11")
  void list_showsTheCallersSessions_andWhichIsThisOne() {
    Login bob = client.logIn(BOB);
    Login here = client.logIn(TEST);
    Login there = Login.of(client.login(TEST).with("User-Agent", "other device").send());

    List<JsonObject> sessions = list(here);

    assertThat(ids(sessions)).containsExactlyInAnyOrder(here.sessionId(), there.sessionId());
    assertThat(ids(sessions)).doesNotContain(bob.sessionId());
    assertThat(sessions.stream().filter(session -> session.getBoolean("current")))
        .singleElement()
        .satisfies(session -> assertThat(session.getString("id")).isEqualTo(here.sessionId()));
    assertThat(sessions)
        .anySatisfy(session -> assertThat(session.getString("userAgent")).isEqualTo("other device"))
        .allSatisfy(
            session -> {
              assertThat(session.getString("address")).isEqualTo("127.0.0.1");
              assertThat(Instant.parse(session.getString("createdAt"))).isBefore(Instant.now());
            });
  }

  @Test
  @Tag("S11")
  void deleteOne_endsThatOneOnly() {
    Login here = client.logIn(TEST);
    Login there = client.logIn(TEST);

    WireAnswer answer =
        client.delete("/api/sessions/" + there.sessionId()).cookie(here.cookie()).send();

    assertThat(answer).hasStatus(200);
    assertThat(answer.json().getInt("ended")).isEqualTo(1);
    assertThat(client.meByCookie(there)).isProblem(401, "session-ended");
    assertThat(client.meByToken(there)).isProblem(401, "session-ended");
    assertThat(client.meByCookie(here)).isOf(TEST);
  }

  @Test
  void deleteOne_twice_isNotFound() {
    Login here = client.logIn(TEST);
    String path = "/api/sessions/" + client.logIn(TEST).sessionId();

    assertThat(client.delete(path).cookie(here.cookie()).send()).hasStatus(200);
    assertThat(client.delete(path).cookie(here.cookie()).send()).isProblem(404, "not-found");
  }

  @Test
  @Tag("S11")
  void deleteOne_ofAnotherCaller_isNotFoundAndEndsNothing() {
    Login bob = client.logIn(BOB);
    Login here = client.logIn(TEST);
    String bobs = "/api/sessions/" + bob.sessionId();

    WireAnswer existing = client.delete(bobs).cookie(here.cookie()).send();
    WireAnswer missing =
        client.delete("/api/sessions/AAAAAAAAAAAAAAAAAAAAAA").cookie(here.cookie()).send();

    assertThat(existing).isProblem(404, "not-found");
    assertThat(existing.comparable()).isEqualTo(missing.comparable());
    assertThat(client.meByCookie(bob)).isOf(BOB);
    assertThat(client.delete(bobs).cookie(bob.cookie()).send()).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/x", "/x/y", "/%20", "/AAAAAAAAAAAAAAAAAAAAAA/"})
  void pathThatNamesNoSession_isNotFound(String path) {
    Login here = client.logIn(TEST);

    assertThat(client.delete("/api/sessions" + path).cookie(here.cookie()).send())
        .isProblem(404, "not-found");
    assertThat(client.meByCookie(here)).isOf(TEST);
  }

  @Test
  @Tag("S11")
  void deleteOthers_keepsThisOne() {
    Login bob = client.logIn(BOB);
    Login there = client.logIn(TEST);
    Login elsewhere = client.logIn(TEST);
    Login here = client.logIn(TEST);

    WireAnswer answer = client.delete("/api/sessions").bearer(here.accessToken()).send();

    assertThat(answer.json().getInt("ended")).isEqualTo(2);
    assertThat(client.meByCookie(there)).isProblem(401, "session-ended");
    assertThat(client.meByToken(elsewhere)).isProblem(401, "session-ended");
    assertThat(client.meByCookie(here)).isOf(TEST);
    assertThat(client.meByCookie(bob)).isOf(BOB);
  }

  @Test
  @Tag("S11")
  void deleteAll_endsThisOneToo() {
    Login bob = client.logIn(BOB);
    Login there = client.logIn(TEST);
    Login here = client.logIn(TEST);

    WireAnswer answer = client.delete("/api/sessions?all=true").cookie(here.cookie()).send();

    assertThat(answer.json().getInt("ended")).isEqualTo(2);
    for (Login login : List.of(here, there)) {
      assertThat(client.meByCookie(login)).isProblem(401, "session-ended");
      assertThat(client.refresh(login.refreshToken())).isProblem(401, "session-ended");
    }
    assertThat(client.meByCookie(bob)).isOf(BOB);
  }
}
