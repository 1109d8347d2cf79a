package dev.cloakroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.EndReason;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store promises; each back end inherits this. */
public abstract class SessionStoreContract {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int ROUNDS = 2_000;
  private static final int MORE_THAN_A_PORTION = 1_200;

  protected final ManualClock clock = ManualClock.atNoon();
  protected SessionStore store;

  /** An empty store that reads this test's clock. */
  protected abstract SessionStore newStore();

  @BeforeEach
  void emptyStore() {
    store = newStore();
  }

  private SessionRecord kept(String callerName) {
    SessionRecord record = Records.login(callerName, clock.instant());
    assertThat(store.create(record)).isTrue();
    return record;
  }

  private End endNow() {
    return new End(EndReason.ENDED_BY_ADMINISTRATOR, clock.instant());
  }

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
  @Tag("S10")
  void endByCaller_severalSessions_endsAllOfThemAndNobodyElses() {
    SessionRecord one = kept("alice");
    SessionRecord two = kept("alice");
    SessionRecord other = kept("bob");
    clock.advance(SECOND);

    assertThat(store.endByCaller("alice", endNow()))
        .extracting(SessionRecord::id)
        .containsExactlyInAnyOrder(one.id(), two.id());
    assertThat(store.findByCaller("alice")).noneMatch(record -> record.isLiveAt(clock.instant()));
    assertThat(store.find(other.id())).isEqualTo(other);
    assertThat(store.endByCaller("alice", endNow())).isEmpty();
  }

  @Test
  @Tag("S10")
  void create_loginBegunBeforeTheCallersEnd_isRefused() {
    SessionRecord underWay = Records.login("alice", clock.instant());
    clock.advance(SECOND);
    store.endByCaller("alice", endNow());
    clock.advance(SECOND);

    assertThat(store.create(underWay)).isFalse();
    assertThat(store.find(underWay.id())).isNull();
    assertThat(store.create(Records.login("alice", clock.instant()))).isTrue();
  }

  @Test
  @Tag("S10")
  void endBefore_someOlderSomeNewer_endsTheOlderOfEveryCaller() {
    SessionRecord alice = kept("alice");
    SessionRecord bob = kept("bob");
    clock.advance(SECOND);
    SessionRecord newer = kept("alice");

    assertThat(Ending.allBefore(store, clock.instant(), endNow()))
        .extracting(SessionRecord::id)
        .containsExactlyInAnyOrder(alice.id(), bob.id());
    assertThat(store.find(newer.id())).isEqualTo(newer);
  }

  private List<String> keptManyIds() {
    return IntStream.range(0, MORE_THAN_A_PORTION).mapToObj(i -> kept("caller-" + i).id()).toList();
  }

  @Test
  @Tag("S10")
  void endBefore_moreThanAPortion_endsAllAndTellsEach() {
    List<String> ids = keptManyIds();
    clock.advance(SECOND);

    assertThat(Ending.allBefore(store, clock.instant(), endNow()))
        .allMatch(record -> !record.isLiveAt(clock.instant()))
        .extracting(SessionRecord::id)
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ids).noneMatch(this::isLive);
    assertThat(Ending.allBefore(store, clock.instant(), endNow())).isEmpty();
  }

  @Test
  @Tag("S10")
  void endBefore_leftOffAndBegunAnew_endsTheRest() {
    List<String> ids = keptManyIds();
    clock.advance(SECOND);
    EndPortion first = store.endBefore(clock.instant(), endNow(), null);
    List<SessionRecord> ended = new ArrayList<>(first.ended());
    if (first.next() != null) {
      ended.addAll(store.endBefore(clock.instant(), endNow(), first.next()).ended());
    }

    ended.addAll(Ending.allBefore(store, clock.instant(), endNow()));
    assertThat(ended).extracting(SessionRecord::id).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ids).noneMatch(this::isLive);
  }

  private boolean isLive(String id) {
    SessionRecord stored = store.find(id);
    return stored != null && stored.isLiveAt(clock.instant());
  }

  /** The first portion is enough for that. */
  @Test
  @Tag("S10")
  void create_loginBegunBeforeTheEndOfAll_isRefused() {
    SessionRecord underWay = Records.login("alice", clock.instant());
    clock.advance(SECOND);
    store.endBefore(clock.instant(), endNow(), null);

    assertThat(store.create(underWay)).isFalse();
    assertThat(store.find(underWay.id())).isNull();
    assertThat(store.create(Records.login("alice", clock.instant()))).isTrue();
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

  @Test
  @Tag("S10")
  void endByCaller_racingLogins_leavesNoneThatBeganBefore() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        SessionRecord underWay = Records.login("alice", clock.instant());
        clock.advance(SECOND);
        race.<Object>run(
            List.of(() -> store.create(underWay), () -> store.endByCaller("alice", endNow())));
        SessionRecord stored = store.find(underWay.id());
        assertThat(stored == null || !stored.isLiveAt(clock.instant())).isTrue();
      }
    }
  }
}
