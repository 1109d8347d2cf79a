package dev.cloakroom.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Requests per second of each case, round by round; the median is what counts. */
public final class Results {

  /** Measures a case once. */
  @FunctionalInterface
  public interface Case {
    /** How many requests a second there were. */
    double requestsPerSecond() throws Exception;
  }

  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  /**
   * Measures each case once a round, so that a slow moment of the machine meets all of them.
   *
   * @param cases by the names that the table gives them, in its order
   */
  public static Results inRounds(int rounds, Map<String, Case> cases) throws Exception {
    Results results = new Results();
    List<String> order = new ArrayList<>(cases.keySet());
    for (int round = 0; round < rounds; round++) {
      for (String name : order) {
        results.add(name, Objects.requireNonNull(cases.get(name)).requestsPerSecond());
      }
      // Forwards, then backwards: no case always runs right after the same other one.
      Collections.reverse(order);
    }
    return results;
  }

  /** Notes what was measured in one round. */
  public void add(String name, double requestsPerSecond) {
    rates.computeIfAbsent(name, absent -> new ArrayList<>()).add(requestsPerSecond);
  }

  /**
   * A line a case: median, lowest, highest, and the median as a ratio to those of other cases.
   *
   * @param bases the cases to compare with: a name for the heading, and that of the case
   */
  public String table(Map<String, String> bases) {
    StringBuilder table = new StringBuilder();
    table.append("%-26s %9s %9s %9s".formatted("case", "median/s", "lowest", "highest"));
    bases.keySet().forEach(heading -> table.append(" %16s".formatted("of " + heading)));
    table.append('\n');
    rates.keySet().forEach(name -> table.append(line(name, bases.values())));
    return table.toString();
  }

  private String line(String name, Iterable<String> bases) {
    double[] sorted = sorted(name);
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-26s %9.0f %9.0f %9.0f",
                name,
                median(sorted),
                sorted[0],
                sorted[sorted.length - 1]));
    bases.forEach(base -> line.append(" %16s".formatted(ratio(name, base))));
    return line.append('\n').toString();
  }

  private String ratio(String name, String base) {
    return rates.containsKey(base)
        ? String.format(Locale.ROOT, "%.3f", median(sorted(name)) / median(sorted(base)))
        : "-";
  }

  private double[] sorted(String name) {
    @Nullable List<Double> measured = rates.get(name);
    double[] sorted =
        measured == null
            ? new double[0]
            : measured.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
