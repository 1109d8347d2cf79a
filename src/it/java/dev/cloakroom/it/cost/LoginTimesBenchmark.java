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
 * differ by is the noise, and what names differ by tells nothing if it is no more than that.
 */
class LoginTimesBenchmark {
  private static final int LOGINS = Integer.getInteger("bench.logins", 1_000);
  private static final int WARM_UP = Integer.getInteger("bench.logins-before", 200);
  private static final List<String> NAMES =
      List.of(
          "caller-known",
          "caller-other",
          "caller-locked",
          "caller-late",
          "caller-known",
          "caller-other",
          "caller-locked",
          "caller-late");

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
    return table(kind, micros);
  }

  private static String table(String kind, long[][] micros) {
    StringBuilder lines = new StringBuilder();
    long[] medians = new long[NAMES.size()];
    for (int each = 0; each < NAMES.size(); each++) {
      Arrays.sort(micros[each]);
      medians[each] = micros[each][LOGINS / 2];
      lines.append(line(kind, NAMES.get(each), micros[each]));
    }
    return lines.append(summary(kind, medians)).toString();
  }

  /** A name's two runs against what the means of any two names differ by. */
  private static String summary(String kind, long[] medians) {
    int names = medians.length / 2;
    long noise = 0;
    long[] means = new long[names];
    for (int each = 0; each < names; each++) {
      noise = Math.max(noise, Math.abs(medians[each] - medians[each + names]));
      means[each] = (medians[each] + medians[each + names]) / 2;
    }
    Arrays.sort(means);
    return "%-12s medians: two runs of one name differ by up to %d, names by up to %d%n"
        .formatted(kind, noise, means[names - 1] - means[0]);
  }

  private static String line(String kind, String name, long[] sorted) {
    return "%-12s %-13s median %6d, quartiles %6d to %6d%n"
        .formatted(kind, name, sorted[LOGINS / 2], sorted[LOGINS / 4], sorted[LOGINS * 3 / 4]);
  }
}
