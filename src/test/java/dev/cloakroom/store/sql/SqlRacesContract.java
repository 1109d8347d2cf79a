package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Ending;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What must hold when two nodes do something at the same moment. */
abstract class SqlRacesContract {
  private final TestDatabase database = TestDatabase.of(getClass());
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualClock clock = ManualClock.atNoon();
  private SqlNodes nodes;
  private SessionStore one;
  private SessionStore other;

  @BeforeEach
  final void openTwoNodes() {
    nodes = new SqlNodes(database.dataSource(), clock);
    one = nodes.open();
    other = nodes.open();
  }

  @AfterEach
  final void closeStores() {
    nodes.close();
  }

  private End endNow() {
    return new End(EndReason.ENDED_BY_ADMINISTRATOR, clock.instant());
  }

  private boolean isLive(SessionRecord record) {
    SessionRecord stored = one.find(record.id());
    return stored != null && stored.isLiveAt(clock.instant());
  }

  private SessionRecord kept(String caller) {
    SessionRecord record = Records.login(caller, clock.instant());
    assertThat(one.create(record)).isTrue();
    return record;
  }

  @Test
  @Tag("S10")
  void endByCaller_racingTheFirstLoginOfACaller_leavesNone() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < database.rounds(); round++) {
        String caller = "caller-" + round;
        SessionRecord underWay = Records.login(caller, clock.instant());
        race.<Object>run(
            List.of(() -> one.create(underWay), () -> other.endByCaller(caller, endNow())));
        assertThat(isLive(underWay)).as("round " + round).isFalse();
      }
    }
  }

  @Test
  @Tag("S10")
  void endBefore_racingLogins_leavesNone() throws Exception {
    try (Race race = new Race(3)) {
      for (int round = 0; round < database.rounds(); round++) {
        SessionRecord alice = Records.login("alice", clock.instant());
        SessionRecord bob = Records.login("bob", clock.instant());
        clock.advance(SECOND);
        race.<Object>run(
            List.of(
                () -> one.create(alice),
                () -> one.create(bob),
                () -> Ending.allBefore(other, clock.instant(), endNow())));
        assertThat(isLive(alice) || isLive(bob)).as("round " + round).isFalse();
      }
    }
  }

  @Test
  @Tag("S7")
  @Tag("S15")
  void endByCaller_racingATouch_isNotUndone() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < database.rounds(); round++) {
        SessionRecord record = kept("alice");
        race.<Object>run(
            List.of(
                () -> one.replace(record.ticketUsed(clock.instant())),
                () -> other.endByCaller("alice", endNow())));
        assertThat(isLive(record)).as("round " + round).isFalse();
        clock.advance(SECOND);
      }
    }
  }

  @Test
  @Tag("S15")
  void replace_onTwoNodesAtOnce_winsOnOne() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < database.rounds(); round++) {
        SessionRecord record = kept("alice");
        List<Boolean> won =
            race.run(
                List.of(
                    () -> one.replace(record.seen(clock.instant())),
                    () -> other.replace(record.rotationDue())));
        assertThat(won).as("round " + round).containsExactlyInAnyOrder(true, false);
      }
    }
  }

  @Test
  @Tag("S15")
  void endByCaller_onTwoNodesAtOnce_endsEachSessionOnce() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < database.rounds() / 4; round++) {
        clock.advance(SECOND);
        for (int i = 0; i < 3; i++) {
          kept("alice");
        }
        List<List<SessionRecord>> ended =
            race.run(
                List.of(
                    () -> one.endByCaller("alice", endNow()),
                    () -> Ending.allBefore(other, clock.instant().plusMillis(1), endNow())));
        assertThat(ended.get(0).size() + ended.get(1).size()).as("round " + round).isEqualTo(3);
        clock.advance(SECOND);
      }
    }
  }
}
