package dev.cloakroom.store.redis;

import dev.cloakroom.config.RedisSettings;
import dev.cloakroom.config.RedisUri;
import dev.cloakroom.testing.RedisProcess;
import java.time.Clock;
import java.time.Duration;

/** Makes stores for tests. */
final class RedisStores {
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  private RedisStores() {}

  static RedisSessionStore at(RedisProcess redis, Clock clock) {
    return at(redis.uri(), clock);
  }

  static RedisSessionStore at(String uri, Clock clock) {
    return new RedisSessionStore(settings(uri, false), TIMEOUT, clock);
  }

  static RedisSettings settings(String uri, boolean allowEviction) {
    return new RedisSettings(RedisUri.parse(uri).orElseThrow(), "cloakroom:", allowEviction);
  }
}
