package dev.cloakroom.store.sql;

import dev.cloakroom.testing.Race;
import javax.sql.DataSource;

/**
 * A database for tests.
 *
 * @param dataSource a pool of connections to it
 * @param rounds how many rounds of a race it does in a few seconds
 * @param twoBytes two bytes that are no body of a record, written as this database writes them
 */
record TestDatabase(DataSource dataSource, int rounds, String twoBytes) {
  static TestDatabase of(DataSource dataSource, int rounds, String twoBytes) {
    return new TestDatabase(dataSource, Race.rounds(rounds), twoBytes);
  }
}
