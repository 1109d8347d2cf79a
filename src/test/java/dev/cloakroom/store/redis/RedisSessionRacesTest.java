package dev.cloakroom.store.redis;

import dev.cloakroom.session.SessionRacesContract;
import dev.cloakroom.store.remote.SharedStore;
import dev.cloakroom.testing.RedisProcess;
import java.time.Clock;
import java.util.List;

class RedisSessionRacesTest extends SessionRacesContract {

  @Override
  protected List<SharedStore> openTwo(Clock clock) {
    RedisProcess redis = RedisProcess.shared();
    redis.command("FLUSHALL");
    return List.of(RedisStores.at(redis, clock), RedisStores.at(redis, clock));
  }
}
