package dev.cloakroom.store.sql;

/** A table whose rows go when their time is over. */
enum SweptTable {
  SESSIONS("cloakroom_session", "id"),
  MARKS("cloakroom_mark", "scope, caller"),
  ATTEMPTS("cloakroom_attempt", "id"),
  ONE_TIME("cloakroom_one_time", "id");

  /** How many rows go at once, so that no statement locks many for long. */
  static final int BATCH = 500;

  private final String tableName;
  private final String key;

  SweptTable(String tableName, String key) {
    this.tableName = tableName;
    this.key = key;
  }

  String tableName() {
    return tableName;
  }

  /** The columns that tell its rows apart. */
  String key() {
    return key;
  }
}
