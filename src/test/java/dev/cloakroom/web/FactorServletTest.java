package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.json;
import static dev.cloakroom.web.FactorClient.answer;
import static dev.cloakroom.web.FactorClient.ofBrowser;
import static dev.cloakroom.web.FactorClient.pair;
import static dev.cloakroom.web.FactorClient.password;
import static dev.cloakroom.web.FactorClient.rightTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.http.Problem;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.NumberFactor;
import dev.cloakroom.testing.TestApplication;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logins of a caller who has a second factor. */
class FactorServletTest {
  private final Endpoints endpoints = new Endpoints(Map.of());
  private final TestApplication app = endpoints.app;
  private final FactorClient client = new FactorClient(endpoints);
  private final NumberFactor factor = new NumberFactor();

  @BeforeEach
  void enroll() {
    endpoints.second.beans.add(factor);
  }

  @Test
  @Tag("P8")
  @Tag("S14")
  void password_alone_isNoLogin() {
    FakeResponse response = client.login(password());

    FactorClient.assertRefused(response, "factor-required");
    assertThat(response.getHeader("Content-Type")).isEqualTo(Problem.CONTENT_TYPE);
    assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"cloakroom\"");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    JsonObject asked = json(response);
    assertThat(asked.getJsonArray("methods")).hasToString("[\"number\"]");
    assertThat(asked.getJsonObject("challenges")).hasToString("{\"number\":\"41\"}");
    assertThat(asked.getInt("expiresIn")).isEqualTo(300);
    assertThat(asked.getInt("status")).isEqualTo(401);
    assertThat(asked).doesNotContainKeys("user", "session", "accessToken", "token");
    assertThat(response.cookies()).isEmpty();
    client.assertNobodyIsLoggedIn();
    assertThat(app.eventsOf(LoginFailed.class)).isEmpty();
  }

  @Test
  void password_wrong_asksNoFactor() {
    FakeRequest wrong =
        FakeRequest.post("/login").body("application/json", "{\"user\":\"alice\",\"pwd\":\"x\"}");

    FactorClient.assertRefused(client.login(wrong), "invalid-credentials");
  }

  @Test
  @Tag("B1")
  void password_ofABrowser_isGivenACookieOfItsOwn_andNoToken() {
    FakeResponse response = client.login(ofBrowser(password()));

    assertThat(json(response)).doesNotContainKey("factorToken");
    assertThat(response.cookies())
        .singleElement()
        .asString()
        .matches(
            "__Host-sid-factor=[\\w-]{22}\\.[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure;"
                + " Max-Age=300; Expires=.*");
  }

  @Test
  @Tag("S13")
  void rightAnswer_logsAProgramIn_asALoginDoes() {
    JsonObject begun = client.begun();
    app.clock.advance(Duration.ofMinutes(1));

    FakeResponse response = client.proven(begun);

    assertThat(response.getStatus()).isEqualTo(200);
    JsonObject who = json(response);
    assertThat(who.getJsonObject("user").getString("name")).isEqualTo("alice");
    assertThat(who.getJsonObject("user").getJsonArray("groups"))
        .hasToString("[\"admin\",\"user\"]");
    JsonObject session = who.getJsonObject("session");
    assertThat(session.getInt("level")).isEqualTo(2);
    assertThat(session.getJsonArray("amr")).hasToString("[\"number\",\"pwd\"]");
    assertThat(session.getJsonObject("authenticatedAt"))
        .hasToString("{\"1\":\"2026-11-20T12:01:00Z\",\"2\":\"2026-11-20T12:01:00Z\"}");
    assertThat(session.getString("createdAt")).isEqualTo("2026-11-20T12:00:00Z");
    assertThat(who).containsKeys("accessToken", "refreshToken");
    assertThat(app.eventsOf(LoggedIn.class)).hasSize(1);
  }

  @Test
  @Tag("S3")
  void rightAnswer_logsABrowserIn_andItsOwnCookieIsCleared() {
    FakeResponse begun = client.login(ofBrowser(password()));

    FakeResponse response =
        client.factor(
            ofBrowser(answer(rightTo(json(begun)))).cookie(pair(begun, FactorClient.COOKIE)));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response)).containsOnlyKeys("user", "session");
    assertThat(response.cookies())
        .anyMatch(cookie -> cookie.startsWith("__Host-sid=") && !cookie.contains("Max-Age=0"))
        .anyMatch(
            cookie -> cookie.startsWith("__Host-sid-factor=;") && cookie.contains("Max-Age=0"))
        .anyMatch(cookie -> cookie.startsWith("__Host-sid-device="));
  }

  @Test
  @Tag("P8")
  void wrongAnswer_isRefusedAndHeard_andARightOneIsStillGood() {
    JsonObject begun = client.begun();

    FactorClient.assertRefused(client.answered(begun, "1"), "factor-refused");
    client.assertNobodyIsLoggedIn();
    assertThat(app.eventsOf(LoginFailed.class))
        .containsExactly(
            new LoginFailed("alice", "192.0.2.7", "factor-refused", app.clock.instant()));

    assertThat(client.proven(begun).getStatus()).isEqualTo(200);
  }

  @Test
  void earlierLogin_staysUntilTheNewOneIsComplete() {
    OpenedSession bob = app.browserLogin("bob");
    String cookie = TestApplication.cookieOf(bob);
    FakeResponse begun = client.login(ofBrowser(password()).cookie(cookie));
    String ticket = pair(begun, FactorClient.COOKIE);

    client.factor(ofBrowser(answer("1")).cookie(cookie + "; " + ticket));
    assertThat(app.resolver.byTicket(bob.ticket())).isInstanceOf(StoredLoginSession.class);

    client.factor(ofBrowser(answer(rightTo(json(begun)))).cookie(cookie + "; " + ticket));
    assertThat(app.resolver.byTicket(bob.ticket())).isNotInstanceOf(StoredLoginSession.class);
  }

  @Test
  void get_saysAgainWhatTheLoginAsks() {
    FakeResponse begun = client.login(ofBrowser(password()));
    app.clock.advance(Duration.ofSeconds(10));
    FakeRequest get = FakeRequest.get("/login/factor").cookie(pair(begun, FactorClient.COOKIE));

    assertThat(json(client.factor(get)))
        .hasToString(
            "{\"methods\":[\"number\"],\"challenges\":{\"number\":\"41\"},\"expiresIn\":290}");
    app.clock.advance(Duration.ofMinutes(5));
    FakeResponse late = client.factor(get);
    FactorClient.assertRefused(late, "factor-expired");
    assertThat(late.cookies()).singleElement().asString().contains("Max-Age=0");
    FactorClient.assertRefused(
        client.factor(FakeRequest.get("/login/factor")), "not-authenticated");
  }

  @Test
  @Tag("S17")
  void remember_isKeptUntilTheLoginIsComplete() {
    FakeResponse begun =
        client.login(
            ofBrowser(FakeRequest.post("/login"))
                .body(
                    "application/json",
                    "{\"user\":\"alice\",\"pwd\":\"correct horse\",\"remember\":true}"));

    FakeResponse response =
        client.factor(
            ofBrowser(answer(rightTo(json(begun)))).cookie(pair(begun, FactorClient.COOKIE)));

    assertThat(response.cookies())
        .anyMatch(cookie -> cookie.startsWith("__Host-sid=") && cookie.contains("Max-Age="));
  }
}
