package dev.cloakroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How moments are noted up to which credentials are over, whatever keeps them. */
public abstract class RevocationsContract {
  private static final String ALICE = Revocations.PREFIX + "c:alice";
  private static final String BOB = Revocations.PREFIX + "c:bob";

  protected final ManualClock clock = ManualClock.atNoon();
  private Revocations here;

  /** Where nothing is noted; nodes that share it if it is called again. */
  protected abstract Revocations revocations();

  @BeforeEach
  final void takeRevocations() {
    here = revocations();
  }

  private Instant now() {
    return clock.instant();
  }

  private Instant inAnHour() {
    return now().plus(Duration.ofHours(1));
  }

  private static Instant only(Revocations revocations, String key) {
    return revocations.of(List.of(key)).get(0);
  }

  @Test
  void of_nothingNoted_isNeverForEach() {
    assertThat(here.of(List.of(ALICE, BOB))).containsExactly(Revocations.NEVER, Revocations.NEVER);
  }

  @Test
  @Tag("J22")
  void of_noted_isTheMomentInThePlaceOfItsKeyAndOfNoOther() {
    here.revoke(BOB, now(), inAnHour());

    assertThat(here.of(List.of(ALICE, BOB, ALICE)))
        .containsExactly(Revocations.NEVER, now(), Revocations.NEVER);
  }

  @Test
  void of_keysThatDifferInCaseOrByASpace_areOthers() {
    here.revoke(ALICE, now(), inAnHour());

    assertThat(here.of(List.of(ALICE + "A", "r:c:Alice", "r:c:alic")))
        .containsOnly(Revocations.NEVER);
  }

  @Test
  void revoke_aLaterMoment_counts() {
    here.revoke(ALICE, now(), inAnHour());
    Instant later = now().plusMillis(1);
    here.revoke(ALICE, later, inAnHour());

    assertThat(only(here, ALICE)).isEqualTo(later);
  }

  @Test
  void revoke_anEarlierMoment_takesNothingBack() {
    here.revoke(ALICE, now(), inAnHour());
    here.revoke(ALICE, now().minusSeconds(60), inAnHour());

    assertThat(only(here, ALICE)).isEqualTo(now());
  }

  @Test
  void revoke_again_isKeptForAsLongAsTheLongerOfBoth() {
    Instant moment = now();
    here.revoke(ALICE, moment, inAnHour());
    here.revoke(ALICE, moment, now().plusSeconds(1));
    here.revoke(BOB, moment, now().plusSeconds(1));
    here.revoke(BOB, moment, inAnHour());

    clock.advance(Duration.ofMinutes(59));
    assertThat(here.of(List.of(ALICE, BOB))).containsExactly(moment, moment);
  }

  @Test
  @Tag("J22")
  @Tag("S7")
  void revoke_onOneNode_isKnownOnAllNodes() {
    Revocations there = revocations();
    assertThat(only(there, ALICE)).isEqualTo(Revocations.NEVER);
    here.revoke(ALICE, now(), inAnHour());

    assertThat(only(revocations(), ALICE)).isEqualTo(now());
  }
}
