package dev.cloakroom.it.crossorigin;

import static dev.cloakroom.it.crossorigin.CorsWars.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever becomes of a request on another thread: an allowed page can read it, no other can. */
@OnServerWith(CorsWars.class)
@Tag("X9")
@Tag("X10")
class LateAnswersIT {
  private static final Set<String> JERSEY = Set.of("payara-micro", "glassfish");

  private final ProbeClient client;

  LateAnswersIT(ServerProcess process) {
    client = ProbeClient.over(process.server()).another("shared/");
  }

  private HttpResponse<String> get(String path, String origin) {
    return client.copy().header("Origin", origin).get(path);
  }

  @ParameterizedTest
  @CsvSource({
    "200, late?way=answer",
    "200, late?way=reset",
    "503, late?way=error",
    "500, late?way=timeout",
    "500, late?way=throw",
    "500, late?way=dispatch",
    "401, declared/late?way=answer",
    "200, rest/late/answer",
    "503, rest/late/timeout",
    "500, rest/late/crash",
    "404, rest/late/missing",
    "200, rest/late/stage/answer",
    "500, rest/late/stage/crash",
    "200, rest/late/events/answer"
  })
  void answer_isReadableByTheAllowedPages_only(int status, String path) {
    HttpResponse<String> answer = get(path, APP);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    new CorsAnswer(answer).assertReadableBy(APP);
    new CorsAnswer(get(path, "https://evil.test")).assertGrantsNothing();
    new CorsAnswer(client.get(path)).assertGrantsNothing();
  }

  /** Jersey throws it while its answer is another thread's: then the container answers. */
  @Test
  void streamThatFailsBeforeItBegins_isReadable_whereItIsNotTheContainersToAnswer() {
    String path = "rest/late/events/crash";
    HttpResponse<String> answer = get(path, APP);

    assertThat(answer.statusCode()).isEqualTo(500);
    if (JERSEY.contains(RunningServer.name())) {
      new CorsAnswer(answer).assertGrantsNothing();
    } else {
      new CorsAnswer(answer).assertReadableBy(APP);
    }
    new CorsAnswer(get(path, "https://evil.test")).assertGrantsNothing();
  }
}
