package dev.cloakroom.store.redis;

import dev.cloakroom.testing.RedisProcess;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Nodes on the Redis that tests share, which is emptied before the first of them. */
final class RedisNodes implements AutoCloseable {
  private final RedisProcess redis = RedisProcess.shared();
  private final Clock clock;
  private final List<RedisSessionStore> opened = new ArrayList<>();

  RedisNodes(Clock clock) {
    this.clock = clock;
  }

  RedisSessionStore open() {
    if (opened.isEmpty()) {
      redis.command("FLUSHALL");
    }
    RedisSessionStore node = RedisStores.at(redis, clock);
    opened.add(node);
    return node;
  }

  @Override
  public void close() {
    opened.forEach(RedisSessionStore::close);
  }
}
