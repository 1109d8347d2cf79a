package dev.cloakroom.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.JavaProcess;
import dev.cloakroom.it.process.Outcome;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the JAR adds to an application that has nothing else: time to deploy it to a server that has
 * just started, classes and heap.
 */
class DeploymentBenchmark {
  private static final int ROUNDS = Integer.getInteger("bench.deployments", 5);

  /** What one deployment took. */
  private record Deployed(double millis, double cpuMillis, double classes, double kilobytes) {}

  @Test
  void emptyApplication(@TempDir Path folder) throws Exception {
    Map<String, Supplier<WebArchive>> wars = new LinkedHashMap<>();
    wars.put("empty", CostWars::empty);
    wars.put("the same with the JAR", CostWars::emptyWithCloakroom);
    wars.put("REST and a mechanism", CostWars::nobody);
    wars.put("REST and the JAR", CostWars::nobodyWithCloakroom);
    Map<String, List<Deployed>> all = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Supplier<WebArchive>> war : wars.entrySet()) {
        all.computeIfAbsent(war.getKey(), first -> new ArrayList<>())
            .add(deployed(folder.resolve("it"), war.getValue().get()));
      }
    }
    Report.print("What the JAR adds to an empty WAR", table(all));
  }

  private static Deployed deployed(Path folder, WebArchive war) throws Exception {
    try (ServerProcess server = ServerProcess.in(folder, Variant.UNDER_LOAD)) {
      JavaProcess java = new JavaProcess(server.handle());
      JavaProcess.Memory before = java.memory();
      CpuTime cpu = CpuTime.of(server.handle());
      long cpuBefore = cpu.now();
      long begun = System.nanoTime();
      assertThat(server.deploy(war)).isEqualTo(Outcome.STARTED);
      double millis = (System.nanoTime() - begun) / 1e6;
      double cpuMillis = (cpu.now() - cpuBefore) / 1e6;
      JavaProcess.Memory after = java.memory();
      return new Deployed(
          millis,
          cpuMillis,
          after.classes() - before.classes(),
          after.kilobytes() - before.kilobytes());
    }
  }

  private static String table(Map<String, List<Deployed>> all) {
    StringBuilder table =
        new StringBuilder(
            "%-24s %10s %10s %10s %10s%n".formatted("", "ms", "CPU ms", "classes", "heap KB"));
    all.forEach(
        (name, rounds) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-24s %10.0f %10.0f %10.0f %10.0f%n",
                    name,
                    median(rounds.stream().map(Deployed::millis).toList()),
                    median(rounds.stream().map(Deployed::cpuMillis).toList()),
                    median(rounds.stream().map(Deployed::classes).toList()),
                    median(rounds.stream().map(Deployed::kilobytes).toList()))));
    return table.toString();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
