package dev.cloakroom.store.sql;

import dev.cloakroom.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Runs work on connections of a data source. What the database gave up to get out of a deadlock, or
 * for the sake of an isolation level, was rolled back as a whole, and is tried once more. Safe for
 * use by several threads.
 */
final class Database {
  /** The class of states that mean: rolled back (ISO 9075-2, table 38). */
  private static final String ROLLED_BACK = "40";

  private static final String OUTCOME_UNKNOWN = "40003";

  private final String name;
  private final DataSource source;
  private final Duration limit;

  /** What is done on a connection; it may be done twice. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private interface Attempt<T> {
    T make() throws SQLException;
  }

  /**
   * Works on the connections of a source.
   *
   * @param limit how long one answer may take
   */
  Database(DataSource source, Duration limit) {
    this("login sessions", source, limit);
  }

  /**
   * Works on the connections of a source of something.
   *
   * @param name of what, in exceptions
   */
  Database(String name, DataSource source, Duration limit) {
    this.name = name;
    this.source = source;
    this.limit = limit;
  }

  /**
   * Runs work, each statement of it a transaction of its own.
   *
   * @param what names the work in the exception: "while …"
   */
  <T> T run(String what, Work<T> work) {
    return tried(
        what,
        () -> {
          try (Borrowed borrowed = Borrowed.from(source, limit)) {
            return borrowed.run(work);
          }
        });
  }

  /** Runs work in one transaction. */
  <T> T transaction(String what, Work<T> work) {
    return tried(
        what,
        () -> {
          try (Borrowed borrowed = Borrowed.from(source, limit)) {
            return borrowed.run(connection -> committed(borrowed, work));
          }
        });
  }

  private static <T> T committed(Borrowed borrowed, Work<T> work) throws SQLException {
    borrowed.setAutoCommit(false);
    boolean done = false;
    try {
      T result = work.on(borrowed.connection());
      borrowed.connection().commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        borrowed.rollBack();
      }
    }
  }

  private <T> T tried(String what, Attempt<T> attempt) {
    try {
      return attempt.make();
    } catch (SQLException e) {
      if (!wasRolledBack(e)) {
        throw unavailable(what, e);
      }
    }
    try {
      return attempt.make();
    } catch (SQLException e) {
      throw unavailable(what, e);
    }
  }

  private static boolean wasRolledBack(SQLException e) {
    String state = e.getSQLState();
    return state != null && state.startsWith(ROLLED_BACK) && !state.equals(OUTCOME_UNKNOWN);
  }

  private StoreUnavailableException unavailable(String what, SQLException e) {
    return new StoreUnavailableException(
        "The database of "
            + name
            + " failed while "
            + what
            + " (SQLState "
            + e.getSQLState()
            + ").",
        e);
  }
}
