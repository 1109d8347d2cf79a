package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.json;
import static dev.cloakroom.web.Endpoints.reason;
import static dev.cloakroom.web.FactorClient.answer;
import static dev.cloakroom.web.FactorClient.rightTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.SecondFactor;
import dev.cloakroom.event.LoginElevated;
import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.NumberFactor;
import dev.cloakroom.testing.TestApplication;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Second factors of callers who are logged in. */
class FactorStepUpTest {
  private final Endpoints endpoints = new Endpoints(Map.of());
  private final TestApplication app = endpoints.app;
  private final FactorClient client = new FactorClient(endpoints);
  private final NumberFactor factor = new NumberFactor();
  private final OpenedSession alice = app.browserLogin("alice");

  FactorStepUpTest() {
    endpoints.second.beans.add(factor);
  }

  private FakeResponse sent(FakeRequest request) {
    return client.factor(Endpoints.by(alice, request));
  }

  private JsonObject asked() {
    return json(sent(FakeRequest.get("/login/factor")));
  }

  /** A question may be a message that somebody is sent. */
  @Test
  @Tag("X1")
  void question_thatAPageOfAnotherOriginHasCaused_isNotAsked() {
    for (String site : List.of("cross-site", "same-site")) {
      FakeRequest caused = FakeRequest.get("/login/factor").header("Sec-Fetch-Site", site);
      assertThat(sent(caused).getStatus()).isEqualTo(403);
    }

    FakeRequest own = FakeRequest.get("/login/factor").header("Sec-Fetch-Site", "same-origin");
    assertThat(json(sent(own)).getJsonObject("challenges")).containsKey("number");
  }

  private static FakeRequest right(JsonObject asked) {
    return answer(rightTo(asked), asked.getString("factorToken"));
  }

  @Test
  @Tag("S13")
  @Tag("S3")
  void rightAnswer_raisesTheLevelOfTheTicket_whichIsNewThen() {
    JsonObject asked = asked();
    assertThat(asked.getJsonArray("methods")).hasToString("[\"number\"]");
    app.clock.advance(Duration.ofMinutes(1));

    FakeResponse response = sent(right(asked));

    assertThat(response.getStatus()).isEqualTo(200);
    JsonObject session = json(response).getJsonObject("session");
    assertThat(session.getInt("level")).isEqualTo(2);
    assertThat(session.getString("id")).isEqualTo(alice.session().id());
    assertThat(session.getJsonArray("amr")).hasToString("[\"number\",\"pwd\"]");
    assertThat(response.cookies()).isEmpty();
    assertThat(app.eventsOf(LoginElevated.class)).hasSize(1);
    assertThat(app.resolver.byTicket(alice.ticket())).isNotInstanceOf(StoredLoginSession.class);
  }

  @Test
  @Tag("R1")
  void rightAnswer_ofAProgram_bringsNewTokens() {
    OpenedSession opened = app.apiLogin("alice");
    StoredLoginSession session =
        (StoredLoginSession) app.resolver.byVerifiedId(opened.session().id());
    JsonObject asked = json(client.factor(byToken(session, FakeRequest.get("/login/factor"))));

    FakeResponse response = client.factor(byToken(session, right(asked)));

    JsonObject answer = json(response);
    assertThat(answer).containsKeys("user", "session", "accessToken", "token", "refreshToken");
    assertThat(app.refreshTokens.exchange(answer.getString("refreshToken"))).isNotNull();
  }

  private static FakeRequest byToken(StoredLoginSession session, FakeRequest request) {
    new RequestLogin.ByToken(session, null).establish(request, new FakeResponse());
    return request;
  }

  @Test
  @Tag("P8")
  void wrongAnswer_raisesNothing_andCounts() {
    JsonObject asked = asked();
    for (int i = 0; i < 5; i++) {
      FakeResponse refused = sent(answer("1", asked.getString("factorToken")));
      assertThat(reason(refused)).isEqualTo("factor-refused");
    }

    assertThat(sent(right(asked)).getStatus()).isEqualTo(429);
    assertThat(client.proven(client.begun()).getStatus()).isEqualTo(429);
    assertThat(app.eventsOf(LoginFailed.class)).hasSize(5);
    assertThat(app.eventsOf(LoginElevated.class)).isEmpty();
    assertThat(app.resolver.byTicket(alice.ticket())).isInstanceOf(StoredLoginSession.class);
  }

  @Test
  void questionOfAnotherLogin_isNone() {
    OpenedSession other = app.browserLogin("alice");
    FakeRequest get = FakeRequest.get("/login/factor");
    JsonObject asked = json(client.factor(Endpoints.by(other, get)));

    assertThat(reason(sent(right(asked)))).isEqualTo("factor-expired");
    assertThat(client.factor(Endpoints.by(other, right(asked))).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("P8")
  void question_isAnsweredOnce_andInTime() {
    factor.lasting();
    JsonObject late = asked();
    JsonObject asked = asked();
    assertThat(sent(right(asked)).getStatus()).isEqualTo(200);
    assertThat(reason(sent(right(asked)))).isEqualTo("factor-expired");
    app.clock.advance(Duration.ofMinutes(5));

    assertThat(reason(sent(right(late)))).isEqualTo("factor-expired");
  }

  @Test
  void factorThatAsksSomething_isNotProvenUnasked() {
    assertThat(reason(sent(answer("42")))).isEqualTo("factor-expired");
    assertThat(factor.asked()).isZero();
  }

  @Test
  @Tag("S13")
  void factorThatAsksNothing_isProvenAtOnce() {
    endpoints.second.beans.clear();
    endpoints.second.beans.add(new Word());
    Endpoints others = endpoints;
    assertThat(json(sent(FakeRequest.get("/login/factor")))).doesNotContainKey("factorToken");
    FakeRequest wrong = word("sesam");
    FakeRequest right = word("sesame");

    assertThat(reason(Endpoints.send(others.factor, Endpoints.by(alice, wrong))))
        .isEqualTo("factor-refused");
    assertThat(sent(right).getStatus()).isEqualTo(200);
  }

  private static FakeRequest word(String text) {
    return FakeRequest.post("/login/factor").body(FactorClient.FORM, "method=word&code=" + text);
  }

  /** A factor of everybody's. */
  private static final class Word implements SecondFactor {
    @Override
    public String method() {
      return "word";
    }

    @Override
    public boolean isEnrolled(String callerName) {
      return true;
    }

    @Override
    public boolean proves(String callerName, @Nullable String challenge, String answer) {
      return challenge == null && answer.equals("sesame");
    }
  }

  @Test
  @Tag("G8")
  void factorThatThrows_raisesNothing() {
    JsonObject asked = asked();
    factor.breakDown(true);
    assertThat(sent(FakeRequest.get("/login/factor")).getStatus()).isEqualTo(503);
    assertThat(sent(right(asked)).getStatus()).isEqualTo(503);

    factor.breakDown(false);
    assertThat(sent(right(asked)).getStatus()).isEqualTo(200);
  }

  @Test
  void loginThatIsOver_isTold() {
    JsonObject asked = asked();
    app.ender.end(alice.session().id(), dev.cloakroom.event.EndReason.LOGGED_OUT);

    FakeResponse response = sent(right(asked));

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(reason(response)).isEqualTo("session-ended");
  }

  @Test
  void callerWithoutAFactor_hasNoneToProve() {
    OpenedSession bob = app.browserLogin("bob");
    FakeRequest get = Endpoints.by(bob, FakeRequest.get("/login/factor"));

    assertThat(json(client.factor(get)).getJsonArray("methods")).isEmpty();
    FakeResponse refused = client.factor(Endpoints.by(bob, answer("42")));
    assertThat(reason(refused)).isEqualTo("factor-refused");
    assertThat(Objects.requireNonNull(app.store.find(bob.session().id())).end()).isNull();
  }
}
