package dev.cloakroom.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.cost.hashed.HashedCallers;
import dev.cloakroom.it.probe.ProbeWar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long logins take that fail, by whose name is tried. Each name is there twice: what the two
 * differ by is what nobody can tell names apart by.
 */
class LoginTimesBenchmark {
  private static final int LOGINS = Integer.getInteger("bench.logins", 1_000);
  private static final int WARM_UP = Integer.getInteger("bench.logins-before", 200);
  private static final List<String> NAMES =
      List.of("caller-known", "caller-other", "caller-known", "caller-other");

  @Test
  void loginsThatFail(@TempDir Path folder) throws Exception {
    try (MeasuredServer server = MeasuredServer.in(folder)) {
      server.deploy(
          war("tried.war").setting("cloakroom.login.throttle.enabled", "false").archive());
      server.deploy(
          war("throttled.war")
              .failures("1")
              .setting("cloakroom.login.throttle.first-wait", "PT1H")
              .setting("cloakroom.login.throttle.longest-wait", "PT1H")
              .archive());
      RunningServer address = server.address();
      String table =
          lines("tried", 401, address.http("tried/auth/login"))
              + lines("has to wait", 429, address.http("throttled/auth/login"));
      Report.print("Microseconds of %,d logins each that fail, by name".formatted(LOGINS), table);
    }
  }

  private static ProbeWar war(String name) {
    return ProbeWar.bare(name)
        .classes(HashedCallers.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }

  private static String lines(String kind, int status, URI target) throws IOException {
    long[][] micros = new long[NAMES.size()][LOGINS];
    try (Connection connection = new Connection(target)) {
      for (int round = -WARM_UP; round < LOGINS; round++) {
        for (int each = 0; each < NAMES.size(); each++) {
          long begun = System.nanoTime();
          int answer = connection.send(CostCase.login(target, NAMES.get(each), "wrong"));
          if (round >= 0) {
            micros[each][round] = (System.nanoTime() - begun) / 1_000;
            assertThat(answer).isEqualTo(status);
          }
        }
      }
    }
    StringBuilder lines = new StringBuilder();
    for (int each = 0; each < NAMES.size(); each++) {
      lines.append(line(kind, NAMES.get(each), micros[each]));
    }
    return lines.toString();
  }

  private static String line(String kind, String name, long[] micros) {
    Arrays.sort(micros);
    return "%-12s %-12s median %6d, quartiles %6d to %6d%n"
        .formatted(
            kind,
            name,
            micros[micros.length / 2],
            micros[micros.length / 4],
            micros[micros.length * 3 / 4]);
  }
}
