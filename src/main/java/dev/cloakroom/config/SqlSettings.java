package dev.cloakroom.config;

/**
 * The database that keeps login sessions.
 *
 * @param dataSource the JNDI name of the data source
 * @param createSchema whether tables that are missing are created
 */
public record SqlSettings(String dataSource, boolean createSchema) {

  static SqlSettings read(SettingValues values) {
    return new SqlSettings(
        values.text(Setting.SQL_DATA_SOURCE), values.flag(Setting.SQL_CREATE_SCHEMA));
  }
}
