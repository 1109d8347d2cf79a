package dev.cloakroom.config;

import java.time.Duration;

/**
 * Where login sessions are kept.
 *
 * @param kind which of the stores
 * @param timeout how long one call of a shared store may take
 * @param nearCache what a node keeps of a shared store in its own memory
 * @param sql the database
 * @param redis the Redis or Valkey
 */
public record StoreSettings(
    StoreKind kind,
    Duration timeout,
    NearCacheSettings nearCache,
    SqlSettings sql,
    RedisSettings redis) {

  static StoreSettings read(SettingValues values) {
    return new StoreSettings(
        values.choice(Setting.STORE, StoreKind.class),
        values.duration(Setting.STORE_TIMEOUT, Duration.ofMillis(50), Duration.ofSeconds(30)),
        NearCacheSettings.read(values),
        SqlSettings.read(values),
        RedisSettings.read(values));
  }
}
