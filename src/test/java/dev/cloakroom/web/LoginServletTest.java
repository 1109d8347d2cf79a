package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.json;
import static dev.cloakroom.web.Endpoints.reason;
import static dev.cloakroom.web.Endpoints.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.AuthenticationStatus;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginServletTest {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String GOOD = "{\"username\":\"alice\",\"password\":\"correct horse\"}";
  private static final String BAD = "{\"username\":\"alice\",\"password\":\"wrong\"}";
  private static final String GOOD_FORM = "username=alice&password=correct+horse";

  private final Endpoints endpoints = new Endpoints(Map.of());
  private final Endpoints paged = new Endpoints(Map.of("cloakroom.login.page", "/in.html"));

  private static FakeRequest post() {
    return FakeRequest.post("/login");
  }

  private static FakeRequest htmlForm(String fields) {
    return post().header("Accept", "text/html").body(FORM, fields);
  }

  private FakeResponse answer(FakeRequest request) {
    return send(endpoints.login, request);
  }

  @Test
  void json_goodPassword_getsCookieAndTokens() {
    FakeResponse response = answer(post().body(JSON, GOOD));

    JsonObject answer = json(response);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(answer.getJsonObject("user").getString("name")).isEqualTo("alice");
    assertThat(answer.getJsonObject("user").getJsonArray("groups"))
        .hasToString("[\"admin\",\"user\"]");
    assertThat(answer.getJsonObject("session").getString("expiresAt"))
        .isEqualTo("2027-02-18T12:00:00Z");
    assertThat(answer.getString("token")).isEqualTo(answer.getString("accessToken"));
    assertThat(answer.getString("tokenType")).isEqualTo("Bearer");
    assertThat(answer.getInt("expiresIn")).isBetween(285, 300);
    assertThat(answer.getString("refreshToken"))
        .startsWith(answer.getJsonObject("session").getString("id") + ".1.");
    assertThat(response.cookies()).hasSize(1);
  }

  @Test
  @Tag("B5")
  void json_goodPassword_isNotStored() {
    assertThat(answer(post().body(JSON, GOOD)).getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({"Sec-Fetch-Site,same-origin", "Origin,https://shop.test"})
  void json_fromABrowser_getsCookiesAlone(String header, String value) {
    FakeResponse response = answer(post().header(header, value).body(JSON, GOOD));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response)).containsOnlyKeys("user", "session");
    assertThat(response.cookies())
        .satisfiesExactly(
            cookie -> assertThat(cookie).startsWith("__Host-sid="),
            cookie -> assertThat(cookie).startsWith("__Host-sid-device="));
  }

  @Test
  @Tag("X6")
  void json_fromAnotherOrigin_isRefusedBeforeThePasswordIsLookedAt() {
    FakeResponse response = answer(post().header("Sec-Fetch-Site", "cross-site").body(JSON, GOOD));

    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(reason(response)).isEqualTo("cross-origin-refused");
    assertThat(response.cookies()).isEmpty();
    assertThat(endpoints.app.events).hasOnlyElementsOfType(LoginFailed.class).hasSize(1);
  }

  @Test
  @Tag("B4")
  void json_wrongPassword_is401WithABareChallenge() {
    FakeResponse response = answer(post().body(JSON, BAD));

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(reason(response)).isEqualTo("invalid-credentials");
    assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"cloakroom\"");
    assertThat(response.cookies()).isEmpty();
  }

  @Test
  void json_unknownCaller_isAnsweredAsAWrongPasswordIs() {
    FakeResponse unknown = answer(post().body(JSON, BAD.replace("alice", "nobody")));
    FakeResponse wrong = answer(post().body(JSON, BAD));

    assertThat(unknown.getStatus()).isEqualTo(wrong.getStatus());
    assertThat(unknown.text()).isEqualTo(wrong.text());
  }

  @Test
  @Tag("P11")
  void json_nameInAnotherCaseOrForm_isAnotherCaller() {
    for (String name : new String[] {"Alice", "alice ", "\uff41lice"}) {
      assertThat(answer(post().body(JSON, GOOD.replace("alice", name))).getStatus()).isEqualTo(401);
    }
    assertThat(endpoints.app.eventsOf(LoginFailed.class))
        .extracting(LoginFailed::callerName)
        .containsExactly("Alice", "alice ", "\uff41lice");
    assertThat(answer(post().body(JSON, GOOD)).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("G7")
  void storeDown_is503() {
    endpoints.app.store.breakDown();

    FakeResponse response = answer(post().body(JSON, GOOD));

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    assertThat(response.cookies()).isEmpty();
  }

  @Test
  @Tag("G8")
  void serverThatReportsSuccessOnItsOwn_isNotBelieved() {
    endpoints.bypassMechanism(AuthenticationStatus.SUCCESS);

    FakeResponse response = answer(post().body(JSON, GOOD));

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(reason(response)).isEqualTo("misconfigured-server");
    assertThat(response.cookies()).isEmpty();
  }

  @Test
  @Tag("G7")
  void json_whenTheContainerRefusesTheCaller_isNoLogin() {
    endpoints.veto(() -> AuthenticationStatus.SEND_FAILURE);

    assertMisconfigured(answer(post().body(JSON, GOOD)));
  }

  @Test
  @Tag("G7")
  @Tag("G8")
  void json_whenTheContainerThrowsOverTheCaller_isNoLogin() {
    endpoints.veto(
        () -> {
          throw new IllegalStateException("vetoed");
        });

    assertMisconfigured(answer(post().body(JSON, GOOD)));
    assertThatIllegalStateException().isThrownBy(() -> answer(post().body(JSON, BAD)));
  }

  private void assertMisconfigured(FakeResponse response) {
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(reason(response)).isEqualTo("misconfigured-server");
    assertThat(response.text()).doesNotContain("oken");
    assertThat(response.cookies())
        .singleElement()
        .satisfies(cookie -> assertThat(cookie).contains("Max-Age=0"));
    assertThat(endpoints.app.sessions.store().findByCaller("alice"))
        .singleElement()
        .satisfies(session -> assertThat(session.end()).isNotNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "{\"username\":\"alice\"}", "{\"password\":\"x\"}"})
  void incomplete_is400AndNoFailedLogin(String body) {
    FakeResponse response = answer(post().body(JSON, body));

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.text()).contains("j_username");
    assertThat(endpoints.app.events).isEmpty();
  }

  @Test
  void otherContentType_is415() {
    assertThat(answer(post().body("text/plain", GOOD)).getStatus()).isEqualTo(415);
    assertThat(answer(post().body(JSON, GOOD)).getStatus()).isEqualTo(200);
  }

  @Test
  void form_ofAProgram_isAnsweredInJson() {
    FakeResponse response = answer(post().body(FORM, GOOD_FORM));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response)).containsKey("accessToken");
  }

  @Test
  @Tag("X14")
  void form_ofAPage_leadsToWhereItAskedIfLocal() {
    FakeResponse local = answer(htmlForm(GOOD_FORM + "&next=%2Fapp%2Forders"));
    FakeResponse foreign = answer(htmlForm(GOOD_FORM + "&next=%2F%2Fevil.test"));

    assertThat(local.getStatus()).isEqualTo(303);
    assertThat(local.getHeader("Location")).isEqualTo("/app/orders");
    assertThat(local.cookies()).hasSize(1);
    assertThat(foreign.getHeader("Location")).isEqualTo("/app/");
  }

  @Test
  void form_ofAPage_wrongPassword_leadsBackWithTheReason() {
    FakeResponse back = send(paged.login, htmlForm("username=alice&password=wrong"));
    FakeResponse plain = answer(htmlForm("username=alice&password=wrong"));

    assertThat(back.getStatus()).isEqualTo(303);
    assertThat(back.getHeader("Location")).isEqualTo("/app/in.html?reason=invalid-credentials");
    assertThat(back.cookies()).isEmpty();
    assertThat(plain.getStatus()).isEqualTo(401);
  }

  @Test
  @Tag("S17")
  void remember_isPassedOn() {
    String remembered = GOOD.replace("}", ",\"remember\":true}");

    assertThat(answer(post().body(JSON, remembered)).cookies().get(0)).contains("Max-Age");
    assertThat(answer(post().body(JSON, GOOD)).cookies().get(0)).doesNotContain("Max-Age");
  }

  @Test
  @Tag("X3")
  void get_leadsToTheLoginPageOrIs405() {
    FakeRequest get = FakeRequest.get("/login");

    FakeResponse led = send(paged.login, get);
    assertThat(led.getStatus()).isEqualTo(303);
    assertThat(led.getHeader("Location")).isEqualTo("/app/in.html");
    FakeResponse none = answer(get);
    assertThat(none.getStatus()).isEqualTo(405);
    assertThat(none.getHeader("Allow")).isEqualTo("OPTIONS, POST");
  }
}
