package dev.cloakroom.store.sql;

import javax.sql.DataSource;

/**
 * A database for tests.
 *
 * @param dataSource a pool of connections to it
 * @param rounds how many rounds of a race it does in a few seconds
 */
record TestDatabase(DataSource dataSource, int rounds) {
  /** Set to 10000 for a long run. */
  private static final String ROUNDS = "cloakroom.rounds";

  static TestDatabase of(DataSource dataSource, int rounds) {
    return new TestDatabase(dataSource, Integer.getInteger(ROUNDS, rounds));
  }
}
