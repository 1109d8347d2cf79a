package dev.cloakroom.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {

  @Test
  void table_unevenRounds_showsMedianAndRatios() {
    Results results = new Results();
    List.of(100.0, 300.0, 200.0).forEach(rate -> results.add("memory", rate));
    List.of(190.0, 10.0, 900.0).forEach(rate -> results.add("Redis", rate));
    Map<String, String> bases = new LinkedHashMap<>();
    bases.put("memory", "memory");
    bases.put("others", "what was not measured");

    assertThat(results.table(bases).lines().toList())
        .containsExactly(
            "case                        median/s    lowest   highest        of memory"
                + "        of others",
            "memory                           200       100       300            1.000"
                + "                -",
            "Redis                            190        10       900            0.950"
                + "                -");
  }

  @Test
  void rounds_areInterleaved_forwardsAndBackwards() throws Exception {
    List<String> order = new ArrayList<>();
    Map<String, Results.Case> cases = new LinkedHashMap<>();
    cases.put("a", () -> measured("a", order));
    cases.put("b", () -> measured("b", order));

    Results results = Results.inRounds(3, cases);

    assertThat(order).containsExactly("a", "b", "b", "a", "a", "b");
    assertThat(results.table(Map.of()).lines()).hasSize(3);
  }

  private static double measured(String name, List<String> order) {
    order.add(name);
    return 1;
  }
}
