package dev.cloakroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store promises of the end of a caller's sessions, and of everybody's. */
abstract class SessionEndContract {
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

  final SessionRecord kept(String callerName) {
    SessionRecord record = Records.login(callerName, clock.instant());
    assertThat(store.create(record)).isTrue();
    return record;
  }

  final End endNow() {
    return new End(EndReason.ENDED_BY_ADMINISTRATOR, clock.instant());
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
  void endByCaller_sessionBegunByAClockThatIsAhead_isEnded() {
    SessionRecord ahead = Records.login("alice", clock.instant().plus(SECOND));
    assertThat(store.create(ahead)).isTrue();

    assertThat(store.endByCaller("alice", endNow()))
        .extracting(SessionRecord::id)
        .containsExactly(ahead.id());
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
