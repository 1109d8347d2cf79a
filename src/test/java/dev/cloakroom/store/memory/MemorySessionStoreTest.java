package dev.cloakroom.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.SessionStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemorySessionStoreTest extends SessionStoreContract {
  private static final int MANY = 100_000;
  private static final long MEGABYTE = 1_000_000;

  @Override
  protected SessionStore newStore() {
    return new MemorySessionStore(clock);
  }

  @Test
  void create_aHundredThousandSessions_takeUnder150MegabytesAndGoAfterTheirTime() {
    long before = usedHeap();
    for (int i = 0; i < MANY; i++) {
      store.create(Records.login("caller-" + i, clock.instant()));
    }
    long full = usedHeap() - before;
    assertThat(store.findByCaller("caller-7")).hasSize(1);
    assertThat(full).isBetween(MANY * 100L, 150 * MEGABYTE);

    clock.advance(Records.ABSOLUTE.plus(SessionRecord.AFTERLIFE).plus(Duration.ofHours(1)));
    // One more use of the store is what makes it look at the time.
    store.create(Records.login("latecomer", clock.instant()));
    assertThat(usedHeap() - before).isLessThan(full / 10);
    assertThat(store.findByCaller("latecomer")).hasSize(1);
  }

  @Test
  void create_manyOfOneCaller_dropsWhatIsGoneFromTheIndex() {
    for (int day = 0; day < 200; day++) {
      store.create(Records.login("alice", clock.instant()));
      clock.advance(Duration.ofHours(1));
    }

    assertThat(store.findByCaller("alice")).hasSize(0);
    store.create(Records.login("alice", clock.instant()));
    assertThat(store.findByCaller("alice")).hasSize(1);
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
