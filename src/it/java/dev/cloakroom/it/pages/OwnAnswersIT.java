package dev.cloakroom.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** An application that answers by itself where a bean refuses a caller: that is what they get. */
@OnServerWith(PagesWars.class)
class OwnAnswersIT {
  private final ProbeClient client;
  private final ProbeClient elsewhere;

  OwnAnswersIT(ServerProcess process) {
    ProbeClient server = ProbeClient.over(process.server());
    client = server.another("own-answers/");
    elsewhere = server.another("error-pages/");
  }

  @Test
  void resource_isAnsweredByTheApplicationsMapper() {
    HttpResponse<String> answer = client.get("rest/pages/vault");

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).isEqualTo("<p>refused by the application");
    assertThat(elsewhere.get("rest/pages/vault").statusCode()).isEqualTo(401);
  }

  /** The status is the server's for whatever escapes from a servlet (Servlet 6.0, 10.9.2). */
  @Test
  void page_isAnsweredByThePageForTheException() {
    HttpResponse<String> answer = client.get("vault");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("<p>the page for 500");
    assertThat(elsewhere.get("vault").statusCode()).isEqualTo(401);
  }

  @Test
  void callerWhoMay_getsWhatTheyAskFor() {
    client.login("user-own-answers");

    assertThat(client.get("rest/pages/vault").body()).isEqualTo("for users");
    assertThat(client.get("vault").body()).isEqualTo("<p>for users");
  }

  /** What is refused before the application runs, it has no say in. */
  @Test
  void resourceItself_isAnsweredByUs() {
    assertThat(client.get("rest/pages").statusCode()).isEqualTo(401);
  }
}
