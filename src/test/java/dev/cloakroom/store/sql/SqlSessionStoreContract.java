package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Ending;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.SharedStoreContract;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What login sessions in a database promise beyond what every store does. */
abstract class SqlSessionStoreContract extends SharedStoreContract {
  private final TestDatabase database = TestDatabase.of(getClass());
  private static final int MORE_THAN_A_BATCH = 501;

  private final SqlNodes nodes = new SqlNodes(database.dataSource(), clock);

  @Override
  protected final SessionStore newStore() {
    return nodes.open();
  }

  @AfterEach
  final void closeStores() {
    nodes.close();
  }

  private SessionRecord kept(String callerName) {
    SessionRecord record = Records.login(callerName, clock.instant());
    assertThat(store.create(record)).isTrue();
    return record;
  }

  private End endNow() {
    return new End(EndReason.ENDED_BY_ADMINISTRATOR, clock.instant());
  }

  private void sweep() {
    ((SqlSessionStore) store).sweep();
  }

  @Test
  @Tag("P9")
  @Tag("P11")
  void findByCaller_namesThatLookAlikeOrLikeSql_areEachTheirOwn() {
    List<String> names =
        List.of("alice", "alice ", "ALICE", "\u00e4", "a\u0308", "\uD83D\uDC69\u200D\uD83D\uDC67");
    List<String> hostile = List.of("o'hara", "\"; drop table x; --", "%", "_", "\\", "?", "{d}");
    List<String> all = new ArrayList<>(names);
    all.addAll(hostile);
    all.forEach(this::kept);

    assertThat(all)
        .allSatisfy(
            name ->
                assertThat(store.findByCaller(name))
                    .extracting(record -> record.login().callerName())
                    .containsExactly(name));
    assertThat(store.endByCaller("alice ", endNow())).hasSize(1);
    assertThat(store.endByCaller("%", endNow())).hasSize(1);
    assertThat(store.findByCaller("alice")).allMatch(one -> one.isLiveAt(clock.instant()));
  }

  @Test
  void replace_onAnotherNode_isSeenByBothAndWinsOnce() {
    SessionStore other = nodes.open();
    SessionRecord record = kept("alice");
    SessionRecord next = Objects.requireNonNull(other.find(record.id())).rotationDue();

    assertThat(other.replace(next)).isTrue();
    assertThat(store.find(record.id())).isEqualTo(next);
    assertThat(store.replace(record.seen(clock.instant()))).isFalse();
  }

  @Test
  @Tag("S7")
  void replace_afterAnEndByCaller_isRefused() {
    SessionRecord record = kept("alice");
    SessionRecord ended = store.endByCaller("alice", endNow()).get(0);

    assertThat(ended).isEqualTo(record.ended(endNow()));
    assertThat(store.find(record.id())).isEqualTo(ended);
    assertThat(store.replace(record.ticketUsed(clock.instant()))).isFalse();
  }

  @Test
  void replace_afterItsTime_isRefused() {
    SessionRecord record = kept("alice");
    clock.advance(Records.IDLE.plus(SessionRecord.AFTERLIFE));

    assertThat(store.replace(record.ticketUsed(clock.instant()))).isFalse();
    assertThat(store.find(record.id())).isNull();
  }

  @Test
  @Tag("S10")
  void endBefore_withinAMillisecond_isExactToIt() {
    SessionRecord record = kept("alice");

    assertThat(Ending.allBefore(store, clock.instant(), endNow())).isEmpty();
    assertThat(Ending.allBefore(store, clock.instant().plusNanos(1), endNow()))
        .extracting(SessionRecord::id)
        .containsExactly(record.id());
  }

  @Test
  void sweep_deletesWhatIsOver_andNothingElse() throws SQLException {
    for (int i = 0; i < MORE_THAN_A_BATCH; i++) {
      kept("caller-" + i);
    }
    clock.advance(Records.IDLE.plus(SessionRecord.AFTERLIFE));
    SessionRecord live = kept("alice");

    sweep();

    assertThat(nodes.count("cloakroom_session")).isEqualTo(1);
    assertThat(store.find(live.id())).isEqualTo(live);
  }

  @Test
  @Tag("S10")
  void sweep_marks_goAfterAnHourButForThatOfAll() throws SQLException {
    SessionRecord underWay = Records.login("alice", clock.instant());
    store.endByCaller("alice", endNow());
    clock.advance(Duration.ofMinutes(59));
    sweep();
    assertThat(store.create(underWay)).isFalse();

    Ending.allBefore(store, clock.instant(), endNow());
    clock.advance(Duration.ofHours(2));
    sweep();
    assertThat(nodes.count("cloakroom_mark")).isEqualTo(1);
    assertThat(store.create(underWay)).isFalse();
    assertThat(kept("alice")).isNotNull();
  }

  @Test
  void find_bodyOfALaterRelease_isNoSessionAndHarmsNoOther() throws SQLException {
    SessionRecord damaged = kept("alice");
    nodes.run("update cloakroom_session set body = " + database.twoBytes());
    SessionRecord whole = kept("alice");

    assertThat(store.find(damaged.id())).isNull();
    assertThat(store.findByCaller("alice")).containsExactly(whole);
    assertThat(store.endByCaller("alice", endNow())).hasSize(1);
  }

  @Test
  void find_endedForAReasonOfALaterRelease_isEnded() throws SQLException {
    SessionRecord record = kept("alice");
    nodes.run("update cloakroom_session set end_reason = 'WHO_KNOWS', ended_at = 0");

    SessionRecord stored = Objects.requireNonNull(store.find(record.id()));
    assertThat(stored.isLiveAt(clock.instant())).isFalse();
  }
}
