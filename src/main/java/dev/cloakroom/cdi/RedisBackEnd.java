package dev.cloakroom.cdi;

import dev.cloakroom.config.StoreSettings;
import dev.cloakroom.store.redis.RedisSessionStore;
import dev.cloakroom.store.remote.SharedStore;
import dev.cloakroom.store.remote.UnusableStoreException;
import java.time.Clock;

/** The only class that knows of the Redis store, so that nobody else needs its driver. */
final class RedisBackEnd {

  private RedisBackEnd() {}

  /**
   * Opens the store.
   *
   * @throws UnusableStoreException if the driver is not there, or the server must not be used
   */
  static SharedStore of(StoreSettings settings, Clock clock) {
    requireDriver();
    RedisSessionStore store = new RedisSessionStore(settings.redis(), settings.timeout(), clock);
    try {
      store.check();
      return store;
    } catch (UnusableStoreException wrong) {
      store.close();
      throw wrong;
    }
  }

  private static void requireDriver() {
    if (!Sources.isPresent("redis.clients.jedis.Connection")) {
      throw new UnusableStoreException(
          "cloakroom.store=redis needs the driver Jedis, which is not in the application. Add the"
              + " dependency redis.clients:jedis:8.0.2 to the WAR, or choose another"
              + " cloakroom.store.");
    }
  }
}
