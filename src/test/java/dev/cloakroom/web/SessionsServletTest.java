package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.by;
import static dev.cloakroom.web.Endpoints.json;
import static dev.cloakroom.web.Endpoints.reason;
import static dev.cloakroom.web.Endpoints.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /session} and {@code /sessions}. */
class SessionsServletTest {
  private final Endpoints endpoints = new Endpoints(Map.of());
  private final OpenedSession other = endpoints.app.browserLogin("alice");
  private final OpenedSession bob = endpoints.app.browserLogin("bob");
  private final OpenedSession current = loginASecondLater();

  private OpenedSession loginASecondLater() {
    endpoints.app.clock.advance(Duration.ofSeconds(1));
    return endpoints.app.browserLogin("alice");
  }

  private FakeResponse all(String method, FakeRequest request) {
    assertThat(request.getMethod()).isEqualTo(method);
    return send(endpoints.sessions, by(current, request));
  }

  private FakeResponse delete(FakeRequest request) {
    return all("DELETE", request);
  }

  private static FakeRequest deletion() {
    return FakeRequest.of("DELETE", "/sessions");
  }

  private static FakeRequest deletionOf(String id) {
    return deletion().pathInfo("/" + id);
  }

  private boolean lives(OpenedSession opened) {
    return endpoints.app.resolver.byTicket(opened.ticket()) instanceof StoredLoginSession;
  }

  @Test
  void session_saysWhoAndUntilWhen() {
    FakeResponse response = send(endpoints.session, by(current, FakeRequest.get("/session")));

    JsonObject session = json(response).getJsonObject("session");
    assertThat(json(response).getJsonObject("user").getString("name")).isEqualTo("alice");
    assertThat(session.getString("id")).isEqualTo(current.session().id());
    assertThat(session.getString("createdAt")).isEqualTo("2026-11-20T12:00:01Z");
    assertThat(session.getJsonArray("amr")).hasToString("[\"pwd\"]");
    assertThat(session.getBoolean("fresh")).isTrue();
    assertThat(session.getBoolean("current")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all=true&_=1", "_=1&all=true", "all=tru%65"})
  @Tag("X19")
  void delete_all_howeverItIsSpelled_endsTheCurrentOneToo(String query) {
    delete(deletion().query(query));

    assertThat(lives(current)).isFalse();
    assertThat(lives(other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "all=",
        "all=1",
        "all=TRUE",
        "all=true&all=false",
        "all=%zz",
        "all=true&a=%"
      })
  @Tag("X19")
  void delete_whatIsUnclear_endsNothing(String query) {
    FakeResponse response = delete(deletion().query(query));

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(reason(response)).isEqualTo("malformed-request");
    assertThat(lives(current)).isTrue();
    assertThat(lives(other)).isTrue();
  }

  @Test
  @Tag("C9")
  void session_showsNoSecret() {
    FakeResponse response = send(endpoints.session, by(current, FakeRequest.get("/session")));

    assertThat(response.text())
        .contains(current.ticket().sessionId())
        .doesNotContain(current.ticket().secret().text());
  }

  @Test
  @Tag("B4")
  void anonymous_isToldWhatTheMechanismSaw() {
    FakeRequest ended = FakeRequest.get("/session");
    ended.setAttribute(Refusal.ATTRIBUTE, Refusal.cookie(Reason.SESSION_ENDED));

    assertThat(reason(send(endpoints.session, ended))).isEqualTo("session-ended");
    FakeResponse bare = send(endpoints.sessions, FakeRequest.get("/sessions"));
    assertThat(bare.getStatus()).isEqualTo(401);
    assertThat(bare.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"cloakroom\"");
  }

  @Test
  @Tag("S11")
  void list_hasTheCallersOwnNewestFirst() {
    FakeResponse response = all("GET", FakeRequest.get("/sessions"));

    List<JsonObject> sessions =
        json(response).getJsonArray("sessions").getValuesAs(JsonObject.class);
    assertThat(sessions)
        .extracting(session -> session.getString("id"))
        .containsExactly(current.session().id(), other.session().id());
    assertThat(sessions)
        .extracting(session -> session.getBoolean("current"))
        .containsExactly(true, false);
  }

  @Test
  void list_belowAnId_isNotFound() {
    FakeResponse response = all("GET", FakeRequest.get("/sessions").pathInfo("/x"));

    assertThat(response.getStatus()).isEqualTo(404);
  }

  @Test
  @Tag("S11")
  void delete_anId_endsThatOne() {
    FakeResponse response = delete(deletionOf(other.session().id()));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response).getInt("ended")).isEqualTo(1);
    assertThat(lives(other)).isFalse();
    assertThat(lives(current)).isTrue();
  }

  @Test
  @Tag("S11")
  void delete_somebodyElsesIdOrNone_isNotFoundAlike() {
    FakeResponse foreign = delete(deletionOf(bob.session().id()));
    FakeResponse unknown = delete(deletionOf("unknown"));

    assertThat(foreign.getStatus()).isEqualTo(404);
    assertThat(foreign.text()).isEqualTo(unknown.text());
    assertThat(delete(deletion().pathInfo("/")).getStatus()).isEqualTo(404);
    assertThat(lives(bob)).isTrue();
  }

  @Test
  void delete_endsTheOthers() {
    assertThat(json(delete(deletion())).getInt("ended")).isEqualTo(1);

    assertThat(lives(other)).isFalse();
    assertThat(lives(current)).isTrue();
    assertThat(lives(bob)).isTrue();
  }

  @Test
  void delete_all_endsTheCurrentOneToo() {
    assertThat(json(delete(deletion().query("all=true"))).getInt("ended")).isEqualTo(2);

    assertThat(lives(current)).isFalse();
    assertThat(lives(bob)).isTrue();
  }

  @Test
  @Tag("X1")
  void delete_fromAnotherOrigin_endsNothing() {
    FakeResponse response = delete(deletion().header("Sec-Fetch-Site", "cross-site"));

    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(lives(other)).isTrue();
    assertThat(delete(deletion()).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("G7")
  void storeDown_is503() {
    endpoints.app.store.breakDown();

    assertThat(all("GET", FakeRequest.get("/sessions")).getStatus()).isEqualTo(503);
  }
}
