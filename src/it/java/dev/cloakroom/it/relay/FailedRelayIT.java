package dev.cloakroom.it.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is answered where a caller cannot be passed on. */
@OnServerWith(RelayWars.class)
class FailedRelayIT {
  private final ProbeClient client;

  FailedRelayIT(ServerProcess process) {
    client = ProbeClient.over(process.server()).another("relay-failing/");
  }

  /** The clients that the server has. */
  static List<String> ways() {
    return TokenRelayIT.WITH_MICROPROFILE.contains(RunningServer.name())
        ? List.of("rest", "microprofile")
        : List.of("rest");
  }

  @ParameterizedTest
  @MethodSource("ways")
  @Tag("G7")
  void storeThatFails_is503(String way) {
    HttpResponse<String> answer = client.get("api/ask/" + way);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.body()).contains("\"reason\":\"unavailable\"");
  }

  @Test
  void whatElseFails_isTheServersToAnswer() {
    assertThat(client.get("api/ask/another-failure").statusCode()).isEqualTo(500);
  }

  @Test
  void mapperOfTheApplication_wins() {
    assertThat(client.get("mapped/ask/another-failure").statusCode()).isEqualTo(502);
    assertThat(client.get("mapped/ask/rest").statusCode()).isEqualTo(502);
  }
}
