package dev.cloakroom.it.nodes;

import static dev.cloakroom.it.factor.FactorPerson.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.factor.FactorPerson;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.testing.Race;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A login that waits for its second factor at one server is the same at the other. */
abstract class SharedFactorContract extends SharedOneTimeContract {
  private static final int ROUNDS = 20;

  private FactorPerson here(String name) {
    return new FactorPerson(shared().one(), name);
  }

  private FactorPerson there(String name) {
    return new FactorPerson(shared().other(), name);
  }

  @Test
  @Tag("S13")
  void loginThatWaitsAtOneServer_isCompleteAtTheOther_once() {
    JsonObject asked = here("user-factor-shared").asked();

    HttpResponse<String> done = there("user-factor-shared").answersRightly(asked);

    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    String token = ProbeClient.parse(done.body()).getString("accessToken");
    assertThat(shared().one().bearer(token).get("auth/session").statusCode()).isEqualTo(200);
    assertThat(reason(here("user-factor-shared").answersRightly(asked)))
        .isEqualTo("factor-expired");
  }

  @Test
  void callerOfTheApplicationsOwnType_isKeptWithALoginThatWaits_forTheOtherServer() {
    String name = "employee-factor-shared";
    JsonObject asked = here(name).asked();

    HttpResponse<String> done = there(name).answersRightly(asked);

    String token = ProbeClient.parse(done.body()).getString("accessToken");
    assertThat(shared().other().bearer(token).get("employee").body()).isEqualTo(name + " 2");
    assertThat(shared().one().bearer(token).get("employee").body()).isEqualTo(name + " 2");
  }

  /** Each server takes the answer for right: it is the login that goes on once. */
  @Test
  @Tag("S15")
  void rightAnswerAtBothServersAtOnce_isOneLogin() throws Exception {
    FactorPerson here = here("user-factor-hurried");
    FactorPerson there = there("user-factor-hurried");
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        JsonObject asked = here.asked();

        assertThat(
                race.run(
                    List.of(
                        () -> here.answersRightly(asked).statusCode(),
                        () -> there.answersRightly(asked).statusCode())))
            .containsExactlyInAnyOrder(200, 401);
      }
    }
  }

  @Test
  @Tag("P8")
  void wrongAnswers_atBothServers_countTogether() {
    FactorPerson here = here("user-factor-guessed");
    FactorPerson there = there("user-factor-guessed");
    JsonObject asked = here.asked();
    for (int guess = 0; guess < 4; guess++) {
      FactorPerson guesser = guess % 2 == 0 ? here : there;
      assertThat(reason(guesser.answers(asked, "wrong-" + guess))).isEqualTo("factor-refused");
    }
    here.answers(asked, "wrong");

    assertThat(there.answersRightly(asked).statusCode()).isEqualTo(429);
    assertThat(here.answersRightly(asked).statusCode()).isEqualTo(429);
    FactorPerson another = there("user-factor-other");
    assertThat(another.answersRightly(another.asked()).statusCode()).isEqualTo(200);
  }
}
