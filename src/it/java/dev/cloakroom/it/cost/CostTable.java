package dev.cloakroom.it.cost;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What a request of each case cost, round by round. */
final class CostTable {
  private final List<CostCase> cases;
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

  CostTable(List<CostCase> cases) {
    this.cases = List.copyOf(cases);
  }

  /**
   * Measures each case once a round, so that a slow moment of the machine meets all of them.
   * Forwards, then backwards: none always comes right after the same other one.
   */
  void measure(Load load, Meter server, Duration time, int rounds) throws Exception {
    List<CostCase> order = new ArrayList<>(cases);
    for (int round = 0; round < rounds; round++) {
      for (CostCase each : order) {
        Cost before = server.now();
        long answers = load.run(each, time);
        add(each, server.now().perOne(before, answers));
      }
      Collections.reverse(order);
    }
  }

  /** Notes what one request cost in one round. */
  void add(CostCase which, Cost cost) {
    costs.computeIfAbsent(which.name(), first -> new ArrayList<>()).add(cost);
  }

  /** The median of what its CPU time is to that of its base in each round. */
  double ratio(CostCase which) {
    return quantile(ratios(which), 0.5);
  }

  /** The median of the bytes that it allocates, less those of its base. */
  double moreBytes(CostCase which) {
    return median(which.name(), Cost::bytes) - median(which.base(), Cost::bytes);
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%-34s %9s %9s %9s %9s %10s   %s%n",
            "case", "µs", "ratio", "lowest ¼", "highest ¼", "bytes more", "compared with"));
    for (CostCase each : cases) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-34s %9.1f %9.3f %9.3f %9.3f %10.0f   %s%n",
              each.name(),
              median(each.name(), Cost::micros),
              ratio(each),
              quantile(ratios(each), 0.25),
              quantile(ratios(each), 0.75),
              moreBytes(each),
              each.base()));
    }
    return table.toString();
  }

  private List<Double> ratios(CostCase which) {
    List<Double> own = of(which.name(), Cost::micros);
    List<Double> base = of(which.base(), Cost::micros);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < own.size(); round++) {
      ratios.add(own.get(round) / base.get(round));
    }
    return ratios;
  }

  private double median(String name, Function<Cost, Double> what) {
    return quantile(of(name, what), 0.5);
  }

  private List<Double> of(String name, Function<Cost, Double> what) {
    return requireNonNull(costs.get(name), name).stream().map(what).toList();
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }
}
