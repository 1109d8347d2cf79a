package dev.cloakroom.config;

import java.time.Duration;

/**
 * How login sessions of a shared store are kept in a node's own memory.
 *
 * @param maxSize how many at most; 0 for none
 * @param maxStaleness how old a copy may be where the store does not tell of changes; zero for no
 *     copies there
 */
public record NearCacheSettings(int maxSize, Duration maxStaleness) {

  static NearCacheSettings read(SettingValues values) {
    return new NearCacheSettings(
        values.number(Setting.NEAR_CACHE_MAX_SIZE, 0, 10_000_000),
        values.duration(Setting.NEAR_CACHE_MAX_STALENESS, Duration.ZERO, Duration.ofMinutes(1)));
  }
}
