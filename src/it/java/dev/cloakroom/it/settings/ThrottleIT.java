package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever guesses passwords waits, and nobody else does. */
@OnServerWith(SettingsWars.class)
@Tag("P1")
class ThrottleIT {
  private static final String WRONG = "wrong";

  private final ServerLog log;
  private final ProbeClient guesser;
  private final ProbeClient remembering;
  private final ProbeClient visitor;

  ThrottleIT(ServerProcess process) {
    log = process.log();
    ProbeClient server = ProbeClient.over(process.server());
    guesser = server.another("replacing/");
    remembering = server.another("jwk/");
    visitor = server.another("pages/").header("Accept", "text/html,*/*;q=0.8");
  }

  private static void failFive(ProbeClient client, String name) {
    for (int i = 0; i < 5; i++) {
      assertThat(client.another().login(name, WRONG).statusCode()).isEqualTo(401);
    }
  }

  private static void assertWaits(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("too-many-requests");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 10L);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void rightPassword_afterFiveWrongOnes_waits_andOtherCallersDoNot() throws Exception {
    failFive(guesser, "user-guessed");

    assertWaits(guesser.another().login("user-guessed", "pw-user-guessed"));
    assertThat(guesser.another().login("user-spared", "pw-user-spared").statusCode())
        .isEqualTo(200);
    String heard = "LoginThrottled[callerName=user-guessed,";
    assertThat(log.textWith(heard)).contains(heard);
  }

  @Test
  @Tag("P2")
  void nameOfNobody_waitsAsOneOfSomebody() {
    failFive(guesser, "nobody-of-that-name");

    assertWaits(guesser.another().login("nobody-of-that-name", WRONG));
  }

  @Test
  void knownDevice_isLetInWhileStrangersWait() {
    ProbeClient device = remembering.another();
    device.login("user-known");
    failFive(remembering, "user-known");

    assertWaits(remembering.another().login("user-known", "pw-user-known"));
    assertThat(device.login("user-known", "pw-user-known").statusCode()).isEqualTo(200);
  }

  @Test
  void visitor_isLedBackToThePage_whichIsToldHowLong() {
    Map<String, String> wrong = Map.of("username", "user-in-front", "password", WRONG);
    for (int i = 0; i < 5; i++) {
      assertThat(location(visitor.post("login", wrong))).endsWith("?reason=invalid-credentials");
    }

    assertThat(location(visitor.post("login", wrong)))
        .matches("/pages/login\\.html\\?reason=too-many-requests&wait=([1-9]|10)");
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  @Tag("P10")
  void twoHundredGuessesAtOnce_areAtMostFiveThatAreTried() throws Exception {
    Callable<Integer> guess = () -> guesser.another().login("user-stormed", WRONG).statusCode();
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<Future<Integer>> answers = threads.invokeAll(Collections.nCopies(200, guess));
      int tried = 0;
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(401, 429, 503);
        tried += answer.get() == 401 ? 1 : 0;
      }
      assertThat(tried).isEqualTo(5);
    } finally {
      threads.shutdownNow();
    }
  }
}
