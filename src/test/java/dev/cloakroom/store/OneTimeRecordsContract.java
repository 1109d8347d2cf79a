package dev.cloakroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.store.OneTimeRecords.Most;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds of records that can be used once, whatever keeps them. */
public abstract class OneTimeRecordsContract {
  protected static final Most FIVE = new Most(5, 100);
  private static final String ANYBODY = "-";
  private static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int RACERS = 4;
  private static final int ROUNDS = Race.rounds(1_000);

  protected final ManualClock clock = ManualClock.atNoon();
  private final RandomIds random = new RandomIds();
  protected OneTimeRecords records;

  /** Records of which there are none; nodes that share them if it is called again. */
  protected abstract OneTimeRecords records();

  @BeforeEach
  final void takeRecords() {
    records = records();
  }

  /** A record that is not kept yet. */
  protected final OneTimeRecord recordOf(String owner, String purpose) {
    return recordOf(owner, purpose, ANYBODY);
  }

  private OneTimeRecord recordOf(String owner, String purpose, String holder) {
    Instant until = clock.instant().plus(LIFETIME);
    return new OneTimeRecord(random.tokenId(), owner, purpose, holder, until, "proof.of." + owner);
  }

  private OneTimeRecord kept(String owner, String purpose, int most) {
    OneTimeRecord record = recordOf(owner, purpose);
    records.keep(record, new Most(most, 10 * most));
    return record;
  }

  private OneTimeRecord keptFor(String holder, Most most) {
    OneTimeRecord record = recordOf("alice", "login", holder);
    records.keep(record, most);
    return record;
  }

  private List<OneTimeRecord> stillThere(List<OneTimeRecord> some) {
    return some.stream().filter(record -> records.find(record.id()) != null).toList();
  }

  @Test
  void find_whatIsKept_givesItBack_andNothingElse() {
    OneTimeRecord record = kept("alice", "reset", 5);

    assertThat(records.find(record.id())).isEqualTo(record);
    assertThat(records.find(random.tokenId())).isNull();
  }

  @Test
  void find_contentOfTheLargestTokens_isGivenBackWhole() {
    OneTimeRecord large =
        new OneTimeRecord(
            random.tokenId(),
            "o".repeat(43),
            "p".repeat(43),
            "h".repeat(43),
            clock.instant().plus(Duration.ofDays(30)),
            "x".repeat(6_000));
    records.keep(large, FIVE);

    assertThat(records.find(large.id())).isEqualTo(large);
  }

  @Test
  @Tag("S15")
  void remove_oneRecord_isTrueOnce_andLeavesOthers() {
    OneTimeRecord record = kept("alice", "reset", 5);
    OneTimeRecord other = kept("alice", "reset", 5);

    assertThat(records.remove(record)).isTrue();
    assertThat(records.remove(record)).isFalse();
    assertThat(records.find(record.id())).isNull();
    assertThat(records.find(other.id())).isEqualTo(other);
  }

  @Test
  void find_andRemove_onceItsTimeIsOver_findNothing() {
    OneTimeRecord record = kept("alice", "reset", 5);
    clock.advance(LIFETIME.minusMillis(1));
    assertThat(records.find(record.id())).isEqualTo(record);
    clock.advance(Duration.ofMillis(1));

    assertThat(records.find(record.id())).isNull();
  }

  @Test
  void keep_moreThanThereMayBe_dropsThoseThatCameFirst() {
    List<OneTimeRecord> some = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      some.add(kept("alice", "reset", 3));
    }

    assertThat(stillThere(some)).containsExactlyElementsOf(some.subList(2, 5));
  }

  @Test
  void keep_one_dropsTheOneBefore_whateverTheClockSays() {
    OneTimeRecord first = kept("alice", "reset", 1);
    clock.advance(Duration.ofSeconds(-30));
    OneTimeRecord second = kept("alice", "reset", 1);

    assertThat(stillThere(List.of(first, second))).containsExactly(second);
  }

  @Test
  void keep_moreOfOthersAndOfOtherPurposes_dropsNone() {
    OneTimeRecord mine = kept("alice", "reset", 1);
    OneTimeRecord otherPurpose = kept("alice", "login", 1);
    OneTimeRecord others = kept("bob", "reset", 1);

    assertThat(stillThere(List.of(mine, otherPurpose, others))).hasSize(3);
  }

  @Test
  @Tag("S15")
  void keep_moreOfAnotherHolder_dropsNoneOfMine() {
    OneTimeRecord mine = keptFor("mine", new Most(1, 20));
    List<OneTimeRecord> strangers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      strangers.add(keptFor("stranger", new Most(1, 20)));
    }

    assertThat(records.find(mine.id())).isEqualTo(mine);
    assertThat(stillThere(strangers)).containsExactly(strangers.get(29));
    assertThat(records.removeAll("alice", "login")).isEqualTo(2);
  }

  @Test
  void keep_moreThanThereMayBeOfAllHolders_dropsThoseThatCameFirst() {
    List<OneTimeRecord> some = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      some.add(keptFor("holder" + i, new Most(1, 3)));
    }
    some.add(keptFor("holder2", new Most(1, 3)));

    assertThat(stillThere(some))
        .containsExactlyElementsOf(List.of(some.get(3), some.get(4), some.get(5)));
  }

  @Test
  void keep_whereOthersHaveBeenUsed_dropsNone() {
    OneTimeRecord first = kept("alice", "reset", 2);
    records.remove(kept("alice", "reset", 2));
    OneTimeRecord third = kept("alice", "reset", 2);

    assertThat(stillThere(List.of(first, third))).hasSize(2);
  }

  @Test
  void removeAll_ofAnOwner_removesEachPurpose_andNobodyElses() {
    kept("alice", "reset", 5);
    kept("alice", "login", 5);
    OneTimeRecord others = kept("bob", "reset", 5);

    assertThat(records.removeAll("alice")).isEqualTo(2);
    assertThat(records.removeAll("alice")).isZero();
    assertThat(records.find(others.id())).isEqualTo(others);
  }

  @Test
  void removeAll_ofAPurpose_leavesTheOtherPurposes() {
    OneTimeRecord reset = kept("alice", "reset", 5);
    OneTimeRecord login = kept("alice", "login", 5);

    assertThat(records.removeAll("alice", "reset")).isEqualTo(1);
    assertThat(stillThere(List.of(reset, login))).containsExactly(login);
  }

  @Test
  void removeAll_whatWasUsedOrIsOver_isNotCounted() {
    records.remove(kept("alice", "reset", 5));
    kept("alice", "reset", 5);
    clock.advance(LIFETIME);
    kept("alice", "login", 5);

    assertThat(records.removeAll("alice")).isEqualTo(1);
  }

  @Test
  @Tag("S15")
  @Tag("P8")
  void remove_onSeveralNodesAtOnce_isTrueForOne() throws Exception {
    List<OneTimeRecords> nodes = List.of(records, records());
    try (Race race = new Race(RACERS)) {
      for (int round = 0; round < ROUNDS; round++) {
        OneTimeRecord record = kept("alice", "reset", 5);
        List<Callable<Boolean>> racers =
            IntStream.range(0, RACERS)
                .<Callable<Boolean>>mapToObj(i -> () -> nodes.get(i % 2).remove(record))
                .toList();

        assertThat(Collections.frequency(race.run(racers), true)).as("round " + round).isOne();
      }
    }
  }

  @Test
  @Tag("S15")
  void keep_onSeveralNodesAtOnce_leavesNoMoreThanThereMayBe() throws Exception {
    List<OneTimeRecords> nodes = List.of(records, records());
    try (Race race = new Race(RACERS)) {
      for (int round = 0; round < ROUNDS / 10; round++) {
        List<OneTimeRecord> some =
            Stream.generate(() -> recordOf("alice", "reset")).limit(RACERS).toList();
        List<Callable<Boolean>> racers =
            IntStream.range(0, RACERS)
                .<Callable<Boolean>>mapToObj(i -> () -> keep(nodes.get(i % 2), some.get(i)))
                .toList();
        race.run(racers);

        assertThat(stillThere(some)).as("round " + round).hasSize(2);
      }
    }
  }

  private static boolean keep(OneTimeRecords node, OneTimeRecord record) {
    node.keep(record, new Most(2, 2));
    return true;
  }
}
