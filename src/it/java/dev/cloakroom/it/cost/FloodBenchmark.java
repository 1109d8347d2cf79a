package dev.cloakroom.it.cost;

import dev.cloakroom.it.RunningServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many requests of a genuine client are answered while others send what is forged. */
class FloodBenchmark {
  private static final int FORGED_PER_SECOND = 640;
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int ROUNDS = Integer.getInteger("bench.flood-rounds", 7);

  @Test
  void genuineClientBesideForgedTokens(@TempDir Path folder) throws Exception {
    try (MeasuredServer server = MeasuredServer.in(folder)) {
      server.deploy(CostWars.guarded("guarded.war").archive());
      measure(server.address());
    }
  }

  private static void measure(RunningServer server) throws Exception {
    URI target = server.http("guarded/api/text/user");
    MeasuredLogin login = MeasuredLogin.at(server, "guarded");
    CostCase genuine = CostCase.same("genuine", "genuine", target, login.bearer());
    List<CostCase> forged =
        new RefusedCases(target, login.ticket(), login.token())
            .all().stream().filter(each -> each.name().startsWith("forged")).toList();
    StringBuilder table = new StringBuilder();
    try (Load load = new Load(server.http())) {
      load.run(genuine, TIME.multipliedBy(4));
      for (CostCase flood : forged) {
        table.append(line(flood.name(), ratios(server.http(), load, genuine, flood)));
      }
    }
    Report.print(
        "Answers to a genuine client beside %d forged tokens a second, of those alone"
            .formatted(FORGED_PER_SECOND),
        table.toString());
  }

  private static List<Double> ratios(URI server, Load load, CostCase genuine, CostCase flood)
      throws Exception {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double alone = load.run(genuine, TIME);
      try (PacedLoad forging = new PacedLoad(server, flood, FORGED_PER_SECOND)) {
        ratios.add(load.run(genuine, TIME) / alone);
        forging.assertKeptPace(TIME);
      }
    }
    return ratios;
  }

  private static String line(String name, List<Double> ratios) {
    return "%-34s %s%n"
        .formatted(
            name,
            ratios.stream()
                .sorted()
                .map(ratio -> String.format(Locale.ROOT, "%.3f", ratio))
                .collect(Collectors.joining(" ")));
  }
}
