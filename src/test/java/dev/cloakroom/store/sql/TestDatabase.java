package dev.cloakroom.store.sql;

import dev.cloakroom.testing.Race;
import javax.sql.DataSource;

/**
 * A database for tests.
 *
 * @param dataSource a pool of connections to it
 * @param rounds how many rounds of a race it does in a few seconds
 */
record TestDatabase(DataSource dataSource, int rounds) {
  static TestDatabase of(DataSource dataSource, int rounds) {
    return new TestDatabase(dataSource, Race.rounds(rounds));
  }
}
