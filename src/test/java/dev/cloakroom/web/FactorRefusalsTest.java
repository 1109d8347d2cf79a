package dev.cloakroom.web;

import static dev.cloakroom.web.FactorClient.answer;
import static dev.cloakroom.web.FactorClient.ofBrowser;
import static dev.cloakroom.web.FactorClient.pair;
import static dev.cloakroom.web.FactorClient.password;
import static dev.cloakroom.web.FactorClient.rightTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.session.StoredLoginSessions;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that do not end a login which waits for a second factor. */
class FactorRefusalsTest {
  private static final String NEVER =
      "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final Endpoints endpoints = new Endpoints(Map.of());
  private final TestApplication app = endpoints.app;
  private final FactorClient client = new FactorClient(endpoints);
  private final NumberFactor factor = new NumberFactor();

  @BeforeEach
  void enroll() {
    endpoints.second.beans.add(factor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"otp", "pwd", "Number"})
  void answerToAFactorThatTheCallerHasNot_isRefusedAsAWrongOne(String method) {
    JsonObject begun = client.begun();

    FakeResponse response =
        client.factor(answer(method, rightTo(begun), begun.getString("factorToken")));

    FactorClient.assertRefused(response, "factor-refused");
    assertThat(factor.asked()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {NEVER, "", "x"})
  void ticketThatIsNone_isExpired(String ticket) {
    FactorClient.assertRefused(client.factor(answer("42", ticket)), "factor-expired");
    assertThat(factor.asked()).isZero();
    assertThat(app.eventsOf(LoginFailed.class))
        .extracting(LoginFailed::reason)
        .containsExactly("factor-expired");
  }

  @Test
  @Tag("P8")
  void ticket_isGoodForAsLongAsItSays_andOnce() {
    JsonObject late = client.begun();
    JsonObject begun = client.begun();
    app.clock.advance(Duration.ofSeconds(299));
    assertThat(client.proven(begun).getStatus()).isEqualTo(200);
    FactorClient.assertRefused(client.proven(begun), "factor-expired");
    app.clock.advance(Duration.ofSeconds(1));

    FactorClient.assertRefused(client.proven(late), "factor-expired");
  }

  @Test
  @Tag("R2")
  void ticket_isNoSessionAndNoOneTimeToken() {
    FakeResponse begun = client.login(ofBrowser(password()));
    String ticket = pair(begun, FactorClient.COOKIE).split("=", 2)[1];

    FactorClient.assertRefused(
        client.factor(answer("42", ticket.substring(0, 23) + "A".repeat(43))), "factor-expired");
    assertThat(Endpoints.send(endpoints.session, FakeRequest.get("/session")).getStatus())
        .isEqualTo(401);
  }

  @Test
  @Tag("S7")
  void callersLoginsEndedMeanwhile_endTheOneThatWaits() {
    JsonObject begun = client.begun();
    app.clock.advance(Duration.ofSeconds(1));
    new StoredLoginSessions(app.sessions, app.ender).endAll("alice");

    FactorClient.assertRefused(client.proven(begun), "session-ended");
    app.clock.advance(Duration.ofSeconds(1));
    assertThat(client.proven(client.begun()).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("G7")
  void storeDown_is503() {
    JsonObject begun = client.begun();
    app.store.refuseChanges();
    assertThat(client.login(password()).getStatus()).isEqualTo(503);
    assertThat(client.proven(begun).getStatus()).isEqualTo(503);

    app.store.repair();
    client.assertNobodyIsLoggedIn();
    assertThat(client.proven(begun).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("G8")
  void factorThatThrows_isUnavailable_andNobodyIsLoggedIn() {
    JsonObject begun = client.begun();
    factor.breakDown(true);
    assertThat(client.login(password()).getStatus()).isEqualTo(503);
    for (int i = 0; i < 6; i++) {
      assertThat(client.proven(begun).getStatus()).isEqualTo(503);
    }
    client.assertNobodyIsLoggedIn();

    factor.breakDown(false);
    assertThat(client.proven(begun).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"method\":\"number\"}",
        "{\"answer\":\"42\"}",
        "{\"method\":\"number\",\"answer\":\"\"}",
        "{\"method\":\"number\",\"answer\":\"1\",\"code\":\"1\"}"
      })
  void incomplete_is400(String body) {
    FakeRequest request = FakeRequest.post("/login/factor").body("application/json", body);

    assertThat(client.factor(request).getStatus()).isEqualTo(400);
  }

  @Test
  void answer_isUpTo4096Characters() {
    String ticket = client.begun().getString("factorToken");

    assertThat(client.factor(answer("1".repeat(4097), ticket)).getStatus()).isEqualTo(400);
    FactorClient.assertRefused(client.factor(answer("1".repeat(4096), ticket)), "factor-refused");
  }

  @Test
  @Tag("X6")
  void answerOfAnotherOriginsPage_isRefused() {
    JsonObject begun = client.begun();
    FakeRequest forged = answer(rightTo(begun), begun.getString("factorToken"));

    FakeResponse response = client.factor(forged.header("Sec-Fetch-Site", "cross-site"));

    assertThat(response.getStatus()).isEqualTo(403);
    client.assertNobodyIsLoggedIn();
    assertThat(client.proven(begun).getStatus()).isEqualTo(200);
  }
}
