package dev.cloakroom.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a node is told while it waits for an answer of the store. */
class NearCacheUnderWayTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final MemorySessionStore whole = new MemorySessionStore(clock);
  private final SharedMemory connection = new SharedMemory(whole, Push.SUPPORTED);
  private final SessionRecord record = Records.login("dora", clock.instant());
  private final SessionRecord next = record.seen(clock.instant());

  private final NearCache store =
      new NearCache(
          connection,
          new NearCacheSettings(1_000, Duration.ofSeconds(1)),
          clock,
          () -> clock.millis() * 1_000_000);

  @BeforeEach
  void oneSession() {
    whole.create(record);
  }

  private void toldMeanwhile(Runnable told, Runnable call) {
    connection.beforeAnswer(told);
    call.run();
    connection.beforeAnswer(() -> {});
  }

  private void assertKept(SessionRecord expected) {
    int before = connection.roundTrips();
    assertThat(store.find(expected.id())).isEqualTo(expected);
    assertThat(connection.roundTrips()).isEqualTo(before);
  }

  private void assertNotKept(SessionRecord expected) {
    int before = connection.roundTrips();
    assertThat(store.find(expected.id())).isEqualTo(expected);
    assertThat(connection.roundTrips()).isEqualTo(before + 1);
    assertKept(expected);
  }

  /** A node mostly hears of its own change before it has the answer to it. */
  @Test
  void replace_toldOfThatVeryChange_isKept() {
    toldMeanwhile(() -> connection.tell(next), () -> store.replace(next));

    assertKept(next);
  }

  @Test
  void find_toldOfWhatIsAnswered_isKept() {
    toldMeanwhile(() -> connection.tell(record), () -> store.find(record.id()));

    assertKept(record);
  }

  @Test
  void find_toldOfAnotherRecord_isKept() {
    SessionRecord other = Records.login("bob", clock.instant()).seen(clock.instant());
    toldMeanwhile(() -> connection.tell(other), () -> store.find(record.id()));

    assertKept(record);
  }

  @Test
  @Tag("S7")
  void replace_toldOfALaterOne_isNotKept() {
    SessionRecord later = next.seen(clock.instant());
    toldMeanwhile(
        () -> {
          whole.replace(later);
          connection.tell(later);
        },
        () -> store.replace(next));

    assertNotKept(later);
  }

  @Test
  @Tag("S7")
  void find_toldOfAChangeToAnUnknownVersion_isNotKept() {
    toldMeanwhile(() -> connection.tellUnknown(record), () -> store.find(record.id()));

    assertNotKept(record);
  }

  @Test
  @Tag("S7")
  void find_toldThatAnythingMayHaveChanged_isNotKept() {
    toldMeanwhile(connection::tellAll, () -> store.find(record.id()));

    assertNotKept(record);
  }

  @Test
  @Tag("S7")
  void find_channelLostAndBack_isNotKept() {
    toldMeanwhile(
        () -> {
          connection.disconnect();
          connection.connect();
        },
        () -> store.find(record.id()));

    assertNotKept(record);
  }

  /** Of several answers that are under way, each is judged by what was told in its time. */
  @Test
  void find_begunAfterTheChangeWasTold_isKeptThoughAnotherIsStillUnderWay() {
    toldMeanwhile(
        () -> {
          connection.tellUnknown(record);
          store.find(record.id());
          assertKept(record);
        },
        () -> store.find(record.id()));
  }
}
