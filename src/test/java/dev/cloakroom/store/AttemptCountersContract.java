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

/** How attempts are counted, whatever keeps the counters. */
public abstract class AttemptCountersContract {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final int RACERS = 20;
  private static final int ROUNDS = Race.rounds(50);

  protected final ManualClock clock = ManualClock.atNoon();
  private AttemptCounters counters;

  /** Counters that have counted nothing; nodes that share them if it is called again. */
  protected abstract AttemptCounters counters();

  @BeforeEach
  final void takeCounters() {
    counters = counters();
  }

  private static AttemptLimit limit(String key, int most) {
    return new AttemptLimit(key, new AttemptRule(most, WINDOW, FIRST_WAIT, LONGEST_WAIT));
  }

  private Duration count(String key, int most) {
    return counters.count(List.of(limit(key, most)));
  }

  private void count(String key, int most, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(count(key, most)).isZero();
    }
  }

  @Test
  @Tag("P1")
  void count_asManyAsAreAllowed_areAndTheNextWaits() {
    count("alice", 5, 5);

    assertThat(count("alice", 5)).isEqualTo(FIRST_WAIT);
    assertThat(count("bob", 5)).isZero();
  }

  @Test
  void count_oneAllowed_waitsAfterThatOne() {
    count("alice", 1, 1);

    assertThat(count("alice", 1)).isEqualTo(FIRST_WAIT);
  }

  @Test
  @Tag("P1")
  void count_whileWaiting_makesTheWaitNoLonger() {
    count("alice", 5, 5);
    clock.advance(Duration.ofSeconds(4));
    assertThat(count("alice", 5)).isEqualTo(Duration.ofSeconds(6));
    assertThat(count("alice", 5)).isEqualTo(Duration.ofSeconds(6));
    clock.advance(Duration.ofSeconds(6));

    assertThat(count("alice", 5)).isZero();
  }

  @Test
  @Tag("P1")
  void count_eachFailureMore_doublesTheWaitUpToTheLongest() {
    count("alice", 5, 5);
    for (int seconds : List.of(10, 20, 40, 60, 60, 60)) {
      assertThat(count("alice", 5)).isEqualTo(Duration.ofSeconds(seconds));
      clock.advance(Duration.ofSeconds(seconds));
      assertThat(count("alice", 5)).isZero();
    }
  }

  @Test
  void count_windowOver_beginsAnew() {
    count("alice", 5, 4);
    clock.advance(WINDOW.minusSeconds(1));
    count("alice", 5, 1);
    assertThat(count("alice", 5)).isEqualTo(FIRST_WAIT);

    count("bob", 5, 4);
    clock.advance(WINDOW);
    count("bob", 5, 5);
  }

  @Test
  @Tag("P1")
  void count_quietForAWindowAfterTheWait_beginsAnew() {
    count("alice", 5, 5);
    clock.advance(FIRST_WAIT.plus(WINDOW));

    count("alice", 5, 5);
    assertThat(count("alice", 5)).isEqualTo(FIRST_WAIT);
  }

  @Test
  @Tag("P1")
  void count_oneOfSeveralKeysWaits_isCountedUnderNone() {
    count("pair", 2, 2);
    for (int i = 0; i < 10; i++) {
      assertThat(counters.count(List.of(limit("pair", 2), limit("caller", 3))))
          .isEqualTo(FIRST_WAIT);
    }

    count("caller", 3, 3);
    assertThat(count("caller", 3)).isEqualTo(FIRST_WAIT);
  }

  @Test
  void count_severalKeys_waitsAsLongAsTheLongestOfThem() {
    count("one", 1, 1);
    clock.advance(Duration.ofSeconds(3));
    count("other", 1, 1);

    assertThat(counters.count(List.of(limit("one", 1), limit("other", 1)))).isEqualTo(FIRST_WAIT);
  }

  @Test
  void takeBack_whatHasNotFailed_doesNotCount() {
    List<AttemptLimit> both = List.of(limit("pair", 2), limit("caller", 3));
    for (int i = 0; i < 10; i++) {
      assertThat(counters.count(both)).isZero();
      counters.takeBack(both);
    }

    count("pair", 2, 2);
    count("caller", 3, 3);
  }

  /** Who was let in after a wait leaves none behind; who fails next has one as long as before. */
  @Test
  void takeBack_afterAWait_endsIt_andTheFailuresBeforeStillCount() {
    count("alice", 5, 5);
    clock.advance(FIRST_WAIT);
    count("alice", 5, 1);
    counters.takeBack(List.of(limit("alice", 5)));

    count("alice", 5, 1);
    assertThat(count("alice", 5)).isEqualTo(FIRST_WAIT.multipliedBy(2));
  }

  /** Else somebody would be watched for ever who failed once and logs in every few minutes. */
  @Test
  @Tag("P1")
  void takeBack_afterAWait_doesNotProlongWhatFailedBefore() {
    count("alice", 5, 5);
    clock.advance(FIRST_WAIT);
    for (int i = 0; i < 4; i++) {
      clock.advance(Duration.ofMinutes(1));
      count("alice", 5, 1);
      counters.takeBack(List.of(limit("alice", 5)));
    }
    clock.advance(Duration.ofMinutes(1));

    count("alice", 5, 5);
    assertThat(count("alice", 5)).isEqualTo(FIRST_WAIT);
  }

  @Test
  void takeBack_whatIsNotThere_changesNothing() {
    counters.takeBack(List.of(limit("alice", 2)));

    count("alice", 2, 2);
    assertThat(count("alice", 2)).isEqualTo(FIRST_WAIT);
  }

  @Test
  @Tag("P1")
  @Tag("S15")
  void count_manyAtOnce_letsThroughNoMoreThanAreAllowedAndCountsNoOther() throws Exception {
    List<AttemptCounters> nodes = List.of(counters, counters());
    try (Race race = new Race(RACERS)) {
      for (int round = 0; round < ROUNDS; round++) {
        List<AttemptLimit> both = List.of(limit("p" + round, 5), limit("c" + round, 8));
        List<Callable<Duration>> attempts =
            IntStream.range(0, RACERS)
                .<Callable<Duration>>mapToObj(i -> () -> nodes.get(i % 2).count(both))
                .toList();

        assertThat(Collections.frequency(race.run(attempts), Duration.ZERO)).isEqualTo(5);
        count("c" + round, 8, 3);
        assertThat(count("c" + round, 8)).isPositive();
      }
    }
  }
}
