package dev.cloakroom.it.cost;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** CPU time per request of each case, round by round. */
final class CostTable {
  private final List<CostCase> cases;
  private final Map<String, List<Double>> micros = new LinkedHashMap<>();

  CostTable(List<CostCase> cases) {
    this.cases = List.copyOf(cases);
  }

  /**
   * Measures each case once a round, so that a slow moment of the machine meets all of them.
   * Forwards, then backwards: none always comes right after the same other one.
   */
  void measure(Load load, CpuTime server, Duration time, int rounds) throws Exception {
    List<CostCase> order = new ArrayList<>(cases);
    for (int round = 0; round < rounds; round++) {
      for (CostCase each : order) {
        long begun = server.now();
        long answers = load.run(each, time);
        add(each, (server.now() - begun) / 1000.0 / answers);
      }
      Collections.reverse(order);
    }
  }

  /** Notes what one request cost in one round, in microseconds. */
  void add(CostCase which, double cost) {
    micros.computeIfAbsent(which.name(), first -> new ArrayList<>()).add(cost);
  }

  /** The median of what it is to its base in each round. */
  double ratio(CostCase which) {
    return quantile(ratios(which), 0.5);
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%-34s %9s %9s %9s %9s   %s%n",
            "case", "µs", "ratio", "lowest ¼", "highest ¼", "compared with"));
    for (CostCase each : cases) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-34s %9.1f %9.3f %9.3f %9.3f   %s%n",
              each.name(),
              quantile(of(each.name()), 0.5),
              ratio(each),
              quantile(ratios(each), 0.25),
              quantile(ratios(each), 0.75),
              each.base()));
    }
    return table.toString();
  }

  private List<Double> ratios(CostCase which) {
    List<Double> own = of(which.name());
    List<Double> base = of(which.base());
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < own.size(); round++) {
      ratios.add(own.get(round) / base.get(round));
    }
    return ratios;
  }

  private List<Double> of(String name) {
    return requireNonNull(micros.get(name), name);
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }
}
