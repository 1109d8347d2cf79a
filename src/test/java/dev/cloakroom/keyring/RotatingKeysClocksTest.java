package dev.cloakroom.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys of nodes whose clocks are not those of others. */
@Tag("G1")
class RotatingKeysClocksTest extends SharedKeysFixture {
  private static final String WARNING = "Set the clocks";

  @Test
  void open_theClockThatMadeTheKeyWasAhead_signsWithIt_andIsFollowedInTime() {
    clock.advance(Duration.ofDays(400));
    String early = signing(node());
    clock.advance(Duration.ofDays(-400));
    RotatingKeys one = node();
    RotatingKeys other = node();

    assertThat(signing(one)).isEqualTo(early).isEqualTo(signing(other));
    assertThat(log.lines()).filteredOn(line -> line.contains(WARNING)).hasSize(1);
    passWithUpkeep(DAY.minus(LEAD), one, other);
    assertThat(signing(one)).isEqualTo(early);
    assertThat(one.now().kids()).hasSize(2).isEqualTo(other.now().kids());
    passWithUpkeep(LEAD, one, other);
    assertThat(signing(one)).isNotEqualTo(early).isEqualTo(signing(other));
    assertThat(one.now().verificationKey(early)).isPresent();
    passWithUpkeep(AFTER, one, other);
    assertThat(one.now().kids()).hasSize(1);
  }

  /** The twin: a key that is ahead by no more than clocks may be apart is as it is. */
  @Test
  void open_theClockThatMadeTheKeyIsALittleAhead_changesNothing() {
    clock.advance(Duration.ofSeconds(50));
    String early = signing(node());
    String before = stored();
    clock.advance(Duration.ofSeconds(-50));

    assertThat(signing(node())).isEqualTo(early);
    assertThat(stored()).isEqualTo(before);
    assertThat(log.lines()).noneMatch(line -> line.contains(WARNING));
  }

  /** All others go by the time; what the one makes of it costs no token of theirs. */
  @Test
  void upkeep_besideANodeWhoseClockIsLate_makesNoKeyForEachLook() {
    RotatingKeys one = node();
    String first = signing(one);
    ManualClock behind = ManualClock.atNoon();
    behind.advance(Duration.ofDays(-30));
    RotatingKeys late = unopened(SECRET, null);
    late.open(store.texts(), behind);
    assertThat(signing(late)).isEqualTo(first);

    for (int look = 0; look < 60; look++) {
      String signing = signing(one);
      passWithUpkeep(Duration.ofSeconds(10), one);
      behind.advance(Duration.ofSeconds(10));
      late.upkeep();

      assertThat(late.now().verificationKey(signing)).isPresent();
      assertThat(one.now().verificationKey(signing)).isPresent();
      assertThat(one.now().kids()).contains(first).hasSizeLessThanOrEqualTo(2);
      assertThat(signing(late)).isEqualTo(first);
    }
  }

  /** What a node knows is not dated back by a store that has forgotten it. */
  @Test
  void upkeep_aStoreFallsBackToWhatWasDatedAhead_isToldAgain() {
    clock.advance(Duration.ofDays(400));
    String early = signing(node());
    String before = stored();
    clock.advance(Duration.ofDays(-400));
    RotatingKeys one = node();
    replaceStored(before);
    passWithUpkeep(Duration.ofSeconds(10), one);
    passWithUpkeep(DAY.minus(LEAD), one);

    assertThat(signing(one)).isEqualTo(early);
    assertThat(one.now().kids()).hasSize(2);
  }
}
