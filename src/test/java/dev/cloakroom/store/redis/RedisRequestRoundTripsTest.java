package dev.cloakroom.store.redis;

import dev.cloakroom.session.RequestRoundTripsContract;
import dev.cloakroom.store.remote.SharedStore;
import dev.cloakroom.testing.RedisProcess;

class RedisRequestRoundTripsTest extends RequestRoundTripsContract {

  @Override
  protected int portOfEmptyServer() {
    RedisProcess.shared().command("FLUSHALL");
    return RedisProcess.shared().port();
  }

  @Override
  protected SharedStore storeBy(int port) {
    return RedisStores.at("redis://127.0.0.1:" + port, clock);
  }
}
