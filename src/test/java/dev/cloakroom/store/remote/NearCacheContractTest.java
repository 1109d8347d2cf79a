package dev.cloakroom.store.remote;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.SessionStoreContract;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What every store promises holds with a near cache in front of it too. */
class NearCacheContractTest extends SessionStoreContract {

  @Override
  protected SessionStore newStore() {
    return new NearCache(
        new SharedMemory(new MemorySessionStore(clock), Push.SUPPORTED),
        new NearCacheSettings(1_000, Duration.ofSeconds(1)),
        clock,
        () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
  }
}
