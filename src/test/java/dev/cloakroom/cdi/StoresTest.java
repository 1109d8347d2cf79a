package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.config.RedisSettings;
import dev.cloakroom.config.SqlSettings;
import dev.cloakroom.config.StoreKind;
import dev.cloakroom.config.StoreSettings;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a store outside of this process is asked, and when a copy does. */
class StoresTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private final ManualClock clock = ManualClock.atNoon();

  private static StoreSettings settings(int maxSize, Duration maxStaleness) {
    return new StoreSettings(
        StoreKind.SQL,
        TIMEOUT,
        new NearCacheSettings(maxSize, maxStaleness),
        new SqlSettings("java:app/unused", false, "unused_"),
        new RedisSettings(null, "unused:", false));
  }

  @ParameterizedTest
  @CsvSource({
    "SUPPORTED, 1000, PT0S, 1",
    "ABSENT,    1000, PT1S, 1",
    "ABSENT,    1000, PT0S, 3",
    "SUPPORTED,    0, PT1S, 3",
  })
  void shared_asSet_asksForEachLookUpOrKeepsCopies(
      Push push, int maxSize, Duration maxStaleness, int askedForThreeLookUps) {
    SessionStore whole = new MemorySessionStore(clock);
    SessionRecord login = Records.login("alice", clock.instant());
    whole.create(login);
    SharedMemory asked = new SharedMemory(whole, push);

    try (SessionStore store = Stores.shared(asked, settings(maxSize, maxStaleness), clock)) {
      for (int lookUp = 0; lookUp < 3; lookUp++) {
        assertThat(store.find(login.id())).isEqualTo(login);
      }
      assertThat(asked.roundTrips()).isEqualTo(askedForThreeLookUps);
    }
  }
}
