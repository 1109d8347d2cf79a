package dev.cloakroom.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Ending;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.BreakableStore;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node with a near cache, and another that changes the store behind its back. */
class NearCacheTest {
  private static final NearCacheSettings SETTINGS =
      new NearCacheSettings(1_000, Duration.ofSeconds(1));

  private final ManualClock clock = ManualClock.atNoon();
  private final BreakableStore other = new BreakableStore(new MemorySessionStore(clock));
  private final SharedMemory connection = new SharedMemory(other, Push.SUPPORTED);
  private final SessionRecord record = Records.login("dora", clock.instant());

  private final NearCache store = new NearCache(connection, SETTINGS, clock, this::nanos);

  private long nanos() {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }

  @BeforeEach
  void oneSession() {
    other.create(record);
  }

  private SessionRecord changedElsewhere() {
    SessionRecord next = record.seen(clock.instant());
    assertThat(other.replace(next)).isTrue();
    return next;
  }

  private SessionRecord endedElsewhere() {
    SessionRecord next = record.ended(new End(EndReason.LOGGED_OUT, clock.instant()));
    assertThat(other.replace(next)).isTrue();
    return next;
  }

  @Test
  void find_again_isNoRoundTrip() {
    assertThat(store.find(record.id())).isEqualTo(record);
    int first = connection.roundTrips();

    assertThat(store.find(record.id())).isEqualTo(record);
    assertThat(first).isEqualTo(1);
    assertThat(connection.roundTrips()).isEqualTo(first);
  }

  @Test
  void find_createdHere_isNoRoundTrip() {
    SessionRecord here = Records.login("dora", clock.instant());
    store.create(here);

    assertThat(store.find(here.id())).isEqualTo(here);
    assertThat(connection.roundTrips()).isEqualTo(1);
  }

  @Test
  @Tag("S7")
  void find_endedElsewhereAndTold_isEnded() {
    store.find(record.id());
    SessionRecord ended = endedElsewhere();
    connection.tell(ended);

    assertThat(store.find(record.id())).isEqualTo(ended);
  }

  @Test
  void find_changedHereAndTold_isStillNoRoundTrip() {
    SessionRecord next = record.seen(clock.instant());
    store.replace(next);
    connection.tell(next);

    assertThat(store.find(record.id())).isEqualTo(next);
    assertThat(connection.roundTrips()).isEqualTo(1);
  }

  @Test
  void find_changeToldWhileTheAnswerIsUnderWay_keepsNoOldCopy() {
    connection.beforeAnswer(() -> connection.tell(changedElsewhere()));
    assertThat(store.find(record.id())).isEqualTo(record);
    connection.beforeAnswer(() -> {});

    assertThat(store.find(record.id())).isNotNull().isNotEqualTo(record);
  }

  @Test
  void find_storeEmptiedElsewhere_isGone() {
    store.find(record.id());
    clock.advance(Records.ABSOLUTE.plus(SessionRecord.AFTERLIFE));
    connection.tellAll();

    assertThat(store.find(record.id())).isNull();
  }

  @Test
  void find_channelDown_asksTheStoreEachTime() {
    store.find(record.id());
    connection.disconnect();
    SessionRecord ended = endedElsewhere();

    assertThat(store.find(record.id())).isEqualTo(ended);
    int before = connection.roundTrips();
    store.find(record.id());
    assertThat(connection.roundTrips()).isEqualTo(before + 1);
  }

  @Test
  void find_channelBack_keepsCopiesAgainButNoneFromBefore() {
    store.find(record.id());
    connection.disconnect();
    SessionRecord ended = endedElsewhere();
    connection.connect();

    assertThat(store.find(record.id())).isEqualTo(ended);
    int before = connection.roundTrips();
    store.find(record.id());
    assertThat(connection.roundTrips()).isEqualTo(before);
  }

  @Test
  void findLatest_notToldYet_isWhatTheStoreHas() {
    store.find(record.id());
    SessionRecord next = changedElsewhere();

    assertThat(store.find(record.id())).isEqualTo(record);
    assertThat(store.findLatest(record.id())).isEqualTo(next);
    assertThat(store.find(record.id())).isEqualTo(next);
  }

  @Test
  @Tag("S15")
  void replace_ofAnOldCopy_failsAndDropsIt() {
    store.find(record.id());
    SessionRecord next = changedElsewhere();

    assertThat(store.replace(record.rotationDue())).isFalse();
    assertThat(store.find(record.id())).isEqualTo(next);
  }

  /** What is told may be of the change before. */
  @Test
  @Tag("S7")
  void replace_changeToldWhileTheAnswerIsUnderWay_keepsNoOldCopy() {
    store.find(record.id());
    SessionRecord ended = record.ended(new End(EndReason.LOGGED_OUT, clock.instant()));
    connection.beforeAnswer(() -> connection.tell(record));
    assertThat(store.replace(ended)).isTrue();
    connection.beforeAnswer(() -> {});

    assertThat(store.find(record.id())).isEqualTo(ended);
  }

  @Test
  void replace_storeFails_dropsTheCopyForNobodyKnowsWhatTheStoreHas() {
    store.find(record.id());
    other.breakDown();
    assertThatThrownBy(() -> store.replace(record.seen(clock.instant())))
        .isInstanceOf(StoreUnavailableException.class);
    other.repair();
    int before = connection.roundTrips();

    assertThat(store.find(record.id())).isEqualTo(record);
    assertThat(connection.roundTrips()).isEqualTo(before + 1);
  }

  @Test
  void find_storeDown_servesCopiesOnly() {
    store.find(record.id());
    other.breakDown();

    assertThat(store.find(record.id())).isEqualTo(record);
    assertThatThrownBy(() -> store.find("another-one"))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  @Tag("S10")
  void endBefore_copiesHere_areDropped() {
    store.find(record.id());
    Instant later = clock.instant().plusSeconds(1);
    Ending.allBefore(store, later, new End(EndReason.ENDED_BY_ADMINISTRATOR, later));

    SessionRecord now = store.find(record.id());
    assertThat(now == null || !now.isLiveAt(later)).isTrue();
  }

  /** A store may end them all with the first portion, and name them in later ones only. */
  @Test
  @Tag("S10")
  void endBefore_firstPortionNamesNobody_dropsAllCopies() {
    store.find(record.id());
    Instant later = clock.instant().plusSeconds(1);
    End end = new End(EndReason.ENDED_BY_ADMINISTRATOR, later);
    Ending.allBefore(other, later, end);

    assertThat(store.endBefore(later, end, null).ended()).isEmpty();
    assertThat(store.find(record.id())).isEqualTo(record.ended(end));
  }
}
