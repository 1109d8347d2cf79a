package dev.cloakroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store promises; each back end inherits this, and what it promises of ends. */
public abstract class SessionStoreContract extends SessionEndContract {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int ROUNDS = 2_000;

  @Test
  @Tag("S1")
  void find_created_isTheSameRecord() {
    SessionRecord record = kept("alice");

    assertThat(store.find(record.id())).isEqualTo(record);
  }

  @Test
  void find_neverCreated_isNull() {
    assertThat(store.find("nobody-has-this-id-____")).isNull();
  }

  @Test
  void create_idTaken_isRefusedAndLeavesTheFirst() {
    SessionRecord first = kept("alice");
    SessionRecord same =
        new SessionRecord(
            first.id(),
            1,
            Records.login("bob", clock.instant()).login(),
            clock.instant(),
            first.ticket(),
            null,
            Map.of(),
            null);

    assertThat(store.create(same)).isFalse();
    assertThat(store.find(first.id())).isEqualTo(first);
    assertThat(store.findByCaller("bob")).isEmpty();
  }

  @Test
  @Tag("S15")
  void replace_successorOfTheStored_isKept() {
    SessionRecord record = kept("alice");
    SessionRecord next = record.seen(clock.instant().plus(SECOND));

    assertThat(store.replace(next)).isTrue();
    assertThat(store.find(record.id())).isEqualTo(next);
  }

  @Test
  void replace_withStatesOfBeans_keepsThemUntilTheEnd() {
    SessionRecord record = kept("alice");
    BeanState state = BeanState.of(new byte[] {0, -1, 10, 13, 32, 127});
    SessionRecord keeping = record.keeping(Map.of("shop.Cart", state, "shop.Café", state));
    assertThat(store.replace(keeping)).isTrue();
    assertThat(store.find(record.id())).isEqualTo(keeping);

    List<SessionRecord> ended = store.endByCaller("alice", endNow());

    assertThat(ended).singleElement().extracting(SessionRecord::beans).isEqualTo(keeping.beans());
  }

  @Test
  void replace_ofARecordThatHasRunOut_isKept_untilTheEndOfItsAfterlife() {
    SessionRecord record = kept("alice").keeping(Map.of("shop.Cart", BeanState.of(new byte[] {1})));
    store.replace(record);
    clock.advance(Records.IDLE.plus(SECOND));

    assertThat(store.replace(record.withBeansTaken())).isTrue();
    assertThat(store.replace(record.withBeansTaken())).isFalse();

    assertThat(store.find(record.id())).isEqualTo(record.withBeansTaken());
    clock.advance(SessionRecord.AFTERLIFE);
    assertThat(store.find(record.id())).isNull();
  }

  @Test
  @Tag("S15")
  void replace_madeFromAnOlderVersion_isRefused() {
    SessionRecord record = kept("alice");
    SessionRecord winner = record.seen(clock.instant().plus(SECOND));
    store.replace(winner);

    assertThat(store.replace(record.rotationDue())).isFalse();
    assertThat(store.find(record.id())).isEqualTo(winner);
  }

  @Test
  @Tag("S7")
  void replace_touchOfAnEndedSession_doesNotResurrect() {
    SessionRecord record = kept("alice");
    SessionRecord lateTouch = record.ticketUsed(clock.instant());
    store.replace(record.ended(endNow()));

    assertThat(store.replace(lateTouch)).isFalse();
    SessionRecord stored = Objects.requireNonNull(store.find(record.id()));
    assertThat(stored.isLiveAt(clock.instant())).isFalse();
  }

  @Test
  void replace_neverCreated_createsNothing() {
    SessionRecord unknown = Records.login("alice", clock.instant());

    assertThat(store.replace(unknown.seen(clock.instant()))).isFalse();
    assertThat(store.find(unknown.id())).isNull();
  }

  @Test
  void findByCaller_severalCallers_givesOnlyTheirOwn() {
    SessionRecord one = kept("alice");
    SessionRecord two = kept("alice");
    kept("bob");

    assertThat(store.findByCaller("alice")).containsExactlyInAnyOrder(one, two);
    assertThat(store.findByCaller("carol")).isEmpty();
  }

  @Test
  @Tag("P11")
  void findByCaller_otherCase_isAnotherCaller() {
    kept("alice");

    assertThat(store.findByCaller("Alice")).isEmpty();
  }

  @Test
  @Tag("S5")
  void find_afterItsTimeAndTheAfterlife_isGone() {
    SessionRecord record = kept("alice");

    clock.advance(Records.IDLE.plus(SessionRecord.AFTERLIFE).minus(SECOND));
    assertThat(store.find(record.id())).isEqualTo(record);
    clock.advance(SECOND);
    assertThat(store.find(record.id())).isNull();
    assertThat(store.findByCaller("alice")).isEmpty();
  }

  @Test
  void find_ended_isReadableForTheAfterlifeOnly() {
    SessionRecord record = kept("alice");
    store.replace(record.ended(endNow()));

    clock.advance(SessionRecord.AFTERLIFE.minus(SECOND));
    assertThat(store.find(record.id())).isNotNull();
    clock.advance(SECOND);
    assertThat(store.find(record.id())).isNull();
  }

  @Test
  void find_usedMeanwhile_livesOn() {
    SessionRecord record = kept("alice");
    clock.advance(Records.IDLE.minus(SECOND));
    store.replace(record.ticketUsed(clock.instant()));
    clock.advance(Records.IDLE.minus(SECOND));

    SessionRecord stored = Objects.requireNonNull(store.find(record.id()));
    assertThat(stored.isLiveAt(clock.instant())).isTrue();
  }

  @Test
  @Tag("S15")
  void replace_twoAtOnce_oneWins() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        SessionRecord record = kept("alice");
        List<Boolean> won =
            race.run(
                List.of(
                    () -> store.replace(record.ended(endNow())),
                    () -> store.replace(record.seen(clock.instant()))));
        assertThat(won).containsExactlyInAnyOrder(true, false);
      }
    }
  }
}
