package dev.cloakroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the nodes agree on a text, whatever keeps it. */
public abstract class SharedTextsContract {
  private static final String NAME = "signing-keys";
  private static final int RACERS = 4;
  private static final int ROUNDS = Race.rounds(200);

  protected final ManualClock clock = ManualClock.atNoon();
  private SharedTexts here;

  /** Where there are no texts; nodes that share them if it is called again. */
  protected abstract SharedTexts texts();

  @BeforeEach
  final void takeTexts() {
    here = texts();
  }

  @Test
  void find_nothingKept_isNull() {
    assertThat(here.find(NAME)).isNull();
  }

  @Test
  void replace_nothingByAText_keepsIt_forEveryNodeAndForever() {
    assertThat(here.replace(NAME, null, "1.one.AAAA")).isTrue();
    clock.advance(Duration.ofDays(500));

    assertThat(here.find(NAME)).isEqualTo("1.one.AAAA");
    assertThat(texts().find(NAME)).isEqualTo("1.one.AAAA");
    assertThat(here.find("signing-key")).isNull();
    assertThat(here.find("Signing-keys")).isNull();
  }

  @Test
  void replace_aTextByAnother_onlyWhereItIsThere() {
    here.replace(NAME, null, "one");

    assertThat(here.replace(NAME, null, "two")).isFalse();
    assertThat(here.replace(NAME, "ONE", "two")).isFalse();
    assertThat(here.replace(NAME, "one ", "two")).isFalse();
    assertThat(here.find(NAME)).isEqualTo("one");
    assertThat(here.replace(NAME, "one", "two")).isTrue();
    assertThat(here.replace(NAME, "one", "three")).isFalse();
    assertThat(here.find(NAME)).isEqualTo("two");
  }

  @Test
  void replace_whatIsNotThere_keepsNothing() {
    assertThat(here.replace(NAME, "one", "two")).isFalse();
    assertThat(here.find(NAME)).isNull();
  }

  @Test
  void replace_theLongestText_keepsItWhole() {
    String longest = "x".repeat(SharedTexts.MAX_LENGTH);
    here.replace(NAME, null, longest);

    assertThat(here.find(NAME)).isEqualTo(longest);
    assertThat(here.replace(NAME, longest, "short")).isTrue();
  }

  @Test
  @Tag("P8")
  void replace_onSeveralNodesAtOnce_isTrueForOne() throws Exception {
    List<SharedTexts> nodes = List.of(here, texts());
    try (Race race = new Race(RACERS)) {
      String before = null;
      for (int round = 0; round < ROUNDS; round++) {
        String expected = before;
        String next = "round-" + round + "-";
        List<Callable<Boolean>> racers =
            IntStream.range(0, RACERS)
                .<Callable<Boolean>>mapToObj(
                    i -> () -> nodes.get(i % 2).replace(NAME, expected, next + i))
                .toList();

        assertThat(Collections.frequency(race.run(racers), true)).as("round " + round).isOne();
        before = here.find(NAME);
        assertThat(before).startsWith(next);
      }
    }
  }
}
