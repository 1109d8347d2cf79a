package dev.cloakroom.store.redis;

import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.SharedStoreContract;
import dev.cloakroom.testing.RedisProcess;
import org.junit.jupiter.api.AfterEach;

class RedisSessionStoreTest extends SharedStoreContract {

  @Override
  protected SessionStore newStore() {
    RedisProcess.shared().command("FLUSHALL");
    return RedisStores.at(RedisProcess.shared(), clock);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }
}
