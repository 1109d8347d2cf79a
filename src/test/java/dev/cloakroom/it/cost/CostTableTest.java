package dev.cloakroom.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostTableTest {
  private static final URI TARGET = URI.create("http://127.0.0.1/text");

  private final CostCase floor = CostCase.same("floor", "floor", TARGET);
  private final CostCase cookie = CostCase.same("cookie", "floor", TARGET);
  private final CostTable table = new CostTable(List.of(floor, cookie));

  /** A moment in which the machine is slow meets both cases of its round. */
  @Test
  void ratio_isTheMedianOfThoseOfEachRound() {
    round(100, 101);
    round(900, 918);
    round(100, 150);

    assertThat(table.ratio(floor)).isEqualTo(1);
    assertThat(table.ratio(cookie)).isEqualTo(1.02);
  }

  @Test
  void text_hasALineForEachCase() {
    round(100, 104);

    assertThat(table.toString().lines())
        .hasSize(3)
        .anySatisfy(
            line -> assertThat(line).startsWith("cookie").contains("104.0", "1.040", "520"));
  }

  @Test
  void perOne_isWhatWasSpentSince() {
    assertThat(new Cost(350, 9_000).perOne(new Cost(150, 1_000), 4)).isEqualTo(new Cost(50, 2_000));
  }

  private void round(double ofFloor, double ofCookie) {
    table.add(floor, new Cost(ofFloor, 20_000));
    table.add(cookie, new Cost(ofCookie, 20_520));
  }
}
