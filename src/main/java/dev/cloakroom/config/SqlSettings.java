package dev.cloakroom.config;

/**
 * The database that keeps login sessions.
 *
 * @param dataSource the JNDI name of the data source
 * @param createSchema whether tables that are missing are created
 * @param tablePrefix what the names of the tables begin with
 */
public record SqlSettings(String dataSource, boolean createSchema, String tablePrefix) {
  private static final String PREFIX = "[a-z][a-z0-9_]{0,31}";

  static SqlSettings read(SettingValues values) {
    return new SqlSettings(
        values.text(Setting.SQL_DATA_SOURCE),
        values.flag(Setting.SQL_CREATE_SCHEMA),
        values.text(Setting.SQL_TABLE_PREFIX, text -> text.matches(PREFIX), ""));
  }
}
