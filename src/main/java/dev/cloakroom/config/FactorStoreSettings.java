package dev.cloakroom.config;

import org.jspecify.annotations.Nullable;

/**
 * What keeps second factors for the application.
 *
 * @param dataSource the JNDI name of the data source of a database; null for none
 */
public record FactorStoreSettings(@Nullable String dataSource) {

  static FactorStoreSettings read(SettingValues values) {
    return new FactorStoreSettings(values.textOrNull(Setting.FACTOR_DATA_SOURCE));
  }
}
