package dev.cloakroom.store.sql;

/**
 * The names of the tables. Statements and schema files are written with the usual prefix.
 *
 * @param prefix what the names begin with; letters, digits and underscores only
 */
record TableNames(String prefix) {
  private static final String AS_WRITTEN = "cloakroom_";

  /** A statement with the names that are used here. */
  String in(String statement) {
    return statement.replace(AS_WRITTEN, prefix);
  }

  /** The name under which changes are told. */
  String channel() {
    return in("cloakroom_session");
  }
}
