package dev.cloakroom.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.cost.crowd.Crowd;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.probe.ProbeWar;
import dev.cloakroom.it.process.Variant;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CPU time of the server's process per request while so many sessions live in its memory, beside
 * the floor in the same heap: what they cost by being there, garbage collection included.
 */
class GrowthBenchmark {
  private static final String FLOOR = "floor";
  private static final String USER = "/api/text/user";
  private static final int IN_TURN = 1_000;
  private static final int PORTION = 10_000;

  @Test
  void liveSessions(@TempDir Path folder) throws Exception {
    try (MeasuredServer server = MeasuredServer.in(folder, Variant.CROWDED)) {
      server.deploy(CostWars.floor()).deploy(crowded().archive());
      int there = 0;
      for (int sessions : List.of(100, 10_000, 1_000_000)) {
        List<String> last = opened(server.address(), there, sessions);
        there = sessions;
        server.print(
            "CPU time per request, with so many live sessions: " + sessions,
            cases(server.address(), last));
      }
    }
  }

  private static ProbeWar crowded() {
    return CostWars.guarded("crowded.war").classesBeside(Crowd.class);
  }

  /** Opens the sessions from one number to another, and gives the tickets of the last of them. */
  private static List<String> opened(RunningServer server, int from, int to) {
    ProbeClient client = ProbeClient.over(server).another("crowded/");
    List<String> last = List.of();
    for (int first = from; first < to; first += PORTION) {
      int more = Math.min(PORTION, to - first);
      last = client.post("crowd", form(first, more)).body().lines().toList();
      assertThat(last).hasSize(more);
    }
    return last.subList(Math.max(0, last.size() - IN_TURN), last.size());
  }

  private static Map<String, String> form(int first, int more) {
    return Map.of("first", String.valueOf(first), "more", String.valueOf(more));
  }

  private static List<CostCase> cases(RunningServer server, List<String> tickets) {
    URI target = server.http("crowded" + USER);
    List<byte[]> requests =
        tickets.stream()
            .map(ticket -> "Cookie: " + ProbeClient.TICKET + "=" + ticket)
            .map(cookie -> CostCase.request("GET", target, cookie))
            .toList();
    return List.of(
        CostCase.same(FLOOR, FLOOR, server.http(FLOOR + USER)),
        new CostCase("one of them", FLOOR, number -> requests.get(0), 200),
        new CostCase(
            "many of them in turn",
            FLOOR,
            number -> requests.get((int) (number % requests.size())),
            200));
  }
}
