package dev.cloakroom.endtoend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests per second of each case, round by round; the median is what counts. */
final class Results {

  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  void add(String name, double requestsPerSecond) {
    rates.computeIfAbsent(name, absent -> new ArrayList<>()).add(requestsPerSecond);
  }

  /**
   * A line a case: median, lowest, highest, and the median as a ratio to those of two cases.
   *
   * @param floor name of the first case to compare with
   * @param anonymous name of the second
   */
  String table(String floor, String anonymous) {
    StringBuilder table = new StringBuilder();
    table.append(
        "%-22s %9s %9s %9s %9s %12s%n"
            .formatted("case", "median/s", "lowest", "highest", "of floor", "of anonymous"));
    for (String name : rates.keySet()) {
      table.append(line(name, ratio(name, floor), ratio(name, anonymous)));
    }
    return table.toString();
  }

  private String line(String name, String ofFloor, String ofAnonymous) {
    double[] sorted = sorted(name);
    return String.format(
        Locale.ROOT,
        "%-22s %9.0f %9.0f %9.0f %9s %12s%n",
        name,
        median(sorted),
        sorted[0],
        sorted[sorted.length - 1],
        ofFloor,
        ofAnonymous);
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
