package dev.cloakroom.config;

/**
 * Where login sessions are kept.
 *
 * @param kind which of the stores
 */
public record StoreSettings(StoreKind kind) {

  static StoreSettings read(SettingValues values) {
    return new StoreSettings(values.choice(Setting.STORE, StoreKind.class));
  }
}
