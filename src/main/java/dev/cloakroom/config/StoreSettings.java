package dev.cloakroom.config;

import java.time.Duration;

/**
 * Where login sessions are kept.
 *
 * @param timeout the most that one call to the store may take
 */
public record StoreSettings(StoreKind kind, Duration timeout) {

  static StoreSettings read(SettingValues values) {
    return new StoreSettings(
        values.choice(Setting.STORE, StoreKind.class),
        values.duration(Setting.STORE_TIMEOUT, Duration.ofMillis(1), Duration.ofMinutes(1)));
  }
}
