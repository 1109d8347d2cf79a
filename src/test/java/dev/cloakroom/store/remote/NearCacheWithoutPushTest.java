package dev.cloakroom.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NearCacheWithoutPushTest {
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final Duration TICK = Duration.ofMillis(1);

  private final ManualClock clock = ManualClock.atNoon();
  private final SessionStore other = new MemorySessionStore(clock);
  private final SharedMemory connection = new SharedMemory(other, Push.ABSENT);
  private final NearCache cache =
      new NearCache(
          connection,
          new NearCacheSettings(1_000, LIMIT),
          clock,
          () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
  private final SessionRecord record = Records.login("dora", clock.instant());

  @Test
  void find_endedElsewhere_isSeenAfterTheStatedTimeAtTheLatest() {
    other.create(record);
    cache.find(record.id());
    SessionRecord ended = record.ended(new End(EndReason.LOGGED_OUT, clock.instant()));
    other.replace(ended);

    clock.advance(LIMIT.minus(TICK));
    assertThat(cache.find(record.id())).isEqualTo(record);
    clock.advance(TICK);
    assertThat(cache.find(record.id())).isEqualTo(ended);
  }

  @Test
  void findTold_changedElsewhere_isSeenAtOnce() {
    other.create(record);
    cache.find(record.id());
    SessionRecord changed = record.seen(clock.instant());
    other.replace(changed);
    assertThat(cache.find(record.id())).isEqualTo(record);

    assertThat(cache.findTold(record.id())).isEqualTo(changed);
  }

  /** Reading an old copy again and again must not make it live longer. */
  @Test
  void find_usedAllTheTime_isReadAnewAfterTheStatedTime() {
    other.create(record);
    for (int i = 0; i < 10; i++) {
      cache.find(record.id());
      clock.advance(LIMIT.dividedBy(2));
    }

    assertThat(connection.roundTrips()).isEqualTo(5);
  }

  @Test
  @Tag("S7")
  void findLatest_endedHereMeanwhile_keepsNoOldCopy_howeverLateTheAnswerIs() {
    other.create(record);
    SessionRecord ended = record.ended(new End(EndReason.LOGGED_OUT, clock.instant()));
    connection.beforeAnswer(
        () -> {
          cache.replace(ended);
          clock.advance(LIMIT);
        });
    assertThat(cache.findLatest(record.id())).isEqualTo(record);
    connection.beforeAnswer(() -> {});

    assertThat(cache.find(record.id())).isEqualTo(ended);
  }

  @Test
  void findLatest_olderThanTheCopy_doesNotProlongIt() {
    other.create(record);
    SessionRecord next = record.seen(clock.instant());
    cache.find(record.id());
    connection.beforeAnswer(() -> cache.replace(next));
    cache.findLatest(record.id());
    connection.beforeAnswer(() -> {});

    assertThat(cache.find(record.id())).isEqualTo(next);
  }
}
