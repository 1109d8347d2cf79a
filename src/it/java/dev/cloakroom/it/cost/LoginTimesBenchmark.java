package dev.cloakroom.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.cost.hashed.HashedCallers;
import dev.cloakroom.it.probe.ProbeWar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long logins take that fail, by whose name is tried, in turn and each time in another order.
 * Each name is there twice: what the two differ by is the noise, and what names differ by tells
 * nothing if it is no more than that.
 */
class LoginTimesBenchmark {
  private static final int LOGINS = Integer.getInteger("bench.logins", 1_000);
  private static final int WARM_UP = Integer.getInteger("bench.logins-before", 200);

  /** No password is hashed then: there is time for as many more. */
  private static final int MORE = 20;

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
          lines("tried", 401, address.http("tried/auth/login"), LOGINS)
              + lines("has to wait", 429, address.http("throttled/auth/login"), LOGINS * MORE);
      Report.print("Microseconds of logins that fail, by name", table);
    }
  }

  private static ProbeWar war(String name) {
    return ProbeWar.bare(name)
        .classes(HashedCallers.class)
        .setting("cloakroom.path", "/auth")
        .setting("cloakroom.cookie.secure", "auto");
  }

  private static String lines(String kind, int status, URI target, int logins) throws IOException {
    long[][] nanos = new long[NAMES.size()][logins];
    List<Integer> order = new ArrayList<>(IntStream.range(0, NAMES.size()).boxed().toList());
    Random random = new Random(1);
    try (Connection connection = new Connection(target)) {
      for (int round = -WARM_UP; round < logins; round++) {
        Collections.shuffle(order, random);
        for (int each : order) {
          long begun = System.nanoTime();
          int answer = connection.send(CostCase.login(target, NAMES.get(each), "wrong"));
          if (round >= 0) {
            nanos[each][round] = System.nanoTime() - begun;
            assertThat(answer).isEqualTo(status);
          }
        }
      }
    }
    return table(kind, nanos);
  }

  private static String table(String kind, long[][] nanos) {
    StringBuilder lines = new StringBuilder();
    double[] medians = new double[NAMES.size()];
    for (int each = 0; each < NAMES.size(); each++) {
      Arrays.sort(nanos[each]);
      medians[each] = micros(nanos[each], 2);
      lines.append(line(kind, NAMES.get(each), nanos[each]));
    }
    return lines.append(summary(kind, medians)).toString();
  }

  private static double micros(long[] sorted, int quarters) {
    return sorted[sorted.length * quarters / 4] / 1_000.0;
  }

  /** A name's two runs against what the means of any two names differ by. */
  private static String summary(String kind, double[] medians) {
    int names = medians.length / 2;
    double noise = 0;
    double[] means = new double[names];
    for (int each = 0; each < names; each++) {
      noise = Math.max(noise, Math.abs(medians[each] - medians[each + names]));
      means[each] = (medians[each] + medians[each + names]) / 2;
    }
    Arrays.sort(means);
    return "%-12s medians: two runs of one name differ by up to %.1f, names by up to %.1f%n"
        .formatted(kind, noise, means[names - 1] - means[0]);
  }

  private static String line(String kind, String name, long[] sorted) {
    return "%-12s %-13s %,7d logins: median %8.1f, quartiles %8.1f to %8.1f%n"
        .formatted(
            kind, name, sorted.length, micros(sorted, 2), micros(sorted, 1), micros(sorted, 3));
  }
}
