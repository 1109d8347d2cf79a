package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.event.LoginThrottled;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.NumberFactor;
import dev.cloakroom.testing.Race;
import dev.cloakroom.testing.TestApplication;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guesses at the second factor of somebody whose password is known. */
class FactorGuessesTest {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

  private final Endpoints endpoints = new Endpoints(Map.of());
  private final TestApplication app = endpoints.app;
  private final FactorClient client = new FactorClient(endpoints);
  private final NumberFactor factor = new NumberFactor();

  FactorGuessesTest() {
    endpoints.second.beans.add(factor);
  }

  private FakeResponse guess() {
    return client.answered(client.begun(), "1");
  }

  @Test
  @Tag("P1")
  @Tag("P8")
  void fifthWrongAnswer_hasTheNextWait_whateverLoginItIsOf() {
    for (int i = 0; i < 5; i++) {
      assertThat(guess().getStatus()).isEqualTo(401);
    }

    JsonObject begun = client.begun();
    FakeResponse refused = client.proven(begun);

    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("10");
    assertThat(reason(refused)).isEqualTo("too-many-requests");
    assertThat(factor.asked()).isEqualTo(5);
    assertThat(app.eventsOf(LoginThrottled.class))
        .containsExactly(new LoginThrottled("alice", "192.0.2.7", FIRST_WAIT, app.clock.instant()));
    app.clock.advance(FIRST_WAIT);
    assertThat(client.proven(begun).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("P8")
  void wrongAnswers_countForAnHour() {
    for (int i = 0; i < 4; i++) {
      guess();
    }
    app.clock.advance(Duration.ofMinutes(59));
    assertThat(guess().getStatus()).isEqualTo(401);
    assertThat(guess().getStatus()).isEqualTo(429);
  }

  @Test
  @Tag("P1")
  void wrongAnswers_keepNobodyFromLoggingInByPassword() {
    for (int i = 0; i < 6; i++) {
      guess();
    }

    assertThat(client.login(FactorClient.password()).getStatus()).isEqualTo(401);
    assertThat(reason(client.login(FactorClient.password()))).isEqualTo("factor-required");
  }

  /** Whoever is taken for a caller by another spelling could have them wait otherwise. */
  @Test
  @Tag("P1")
  void answersByAFactorThatTheCallerLacks_countForNobody() {
    JsonObject begun = client.begun();
    String ticket = begun.getString("factorToken");
    for (int i = 0; i < 6; i++) {
      FakeResponse refused = client.factor(FactorClient.answer("otp", "123456", ticket));
      assertThat(reason(refused)).isEqualTo("factor-refused");
    }

    assertThat(client.proven(begun).getStatus()).isEqualTo(200);
  }

  /** What is left open for passwords is not for six digits. */
  @Test
  @Tag("P8")
  void wrongAnswers_count_whereThoseOfPasswordsDoNot() {
    Endpoints unlimited =
        new Endpoints(
            Map.of(
                "cloakroom.login.throttle.enabled", "false",
                "cloakroom.login.throttle.failures", "50"));
    unlimited.second.beans.add(factor);
    FactorClient guesser = new FactorClient(unlimited);
    for (int i = 0; i < 5; i++) {
      assertThat(guesser.answered(guesser.begun(), "1").getStatus()).isEqualTo(401);
    }

    assertThat(guesser.proven(guesser.begun()).getStatus()).isEqualTo(429);
  }

  @Test
  @Tag("P8")
  void manyAtOnce_areNoMoreGuesses() throws Exception {
    JsonObject begun = client.begun();
    try (Race race = new Race(16)) {
      Callable<Integer> one = () -> client.answered(begun, "1").getStatus();
      List<Integer> statuses = race.run(Collections.nCopies(16, one));

      assertThat(statuses).containsOnly(401, 429);
      assertThat(Collections.frequency(statuses, 401)).isEqualTo(5);
    }
    assertThat(factor.asked()).isEqualTo(5);
  }

  @Test
  @Tag("P8")
  void rightAnswers_atOnceToOneLogin_areOneLogin() throws Exception {
    factor.lasting();
    try (Race race = new Race(4)) {
      for (int i = 0; i < Race.rounds(20); i++) {
        app.events.clear();
        JsonObject begun = client.begun();
        Callable<Integer> one = () -> client.proven(begun).getStatus();

        assertThat(race.run(Collections.nCopies(4, one)))
            .containsExactlyInAnyOrder(200, 401, 401, 401);
        assertThat(app.eventsOf(LoggedIn.class)).hasSize(1);
      }
    }
  }

  @Test
  @Tag("P8")
  void rightAnswer_toTwoLogins_isGoodForOne() {
    JsonObject one = client.begun();
    assertThat(client.proven(one).getStatus()).isEqualTo(200);

    JsonObject other = client.begun();
    FakeResponse replayed = client.answered(other, FactorClient.rightTo(one));

    assertThat(reason(replayed)).isEqualTo("factor-refused");
  }
}
