package dev.cloakroom.store.sql;

import static java.lang.System.Logger.Level.DEBUG;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * A connection for one use, given back to its pool as it was. While it is borrowed, each statement
 * is a transaction of its own, and no answer is waited for longer than the limit, where the driver
 * can do that: so a thread ends even if the database never answers.
 */
final class Borrowed implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store");
  private static final int UNKNOWN = -1;

  private final Connection connection;
  private final boolean autoCommit;
  private final int networkTimeout;

  private Borrowed(Connection connection, Duration limit) throws SQLException {
    this.connection = connection;
    this.autoCommit = connection.getAutoCommit();
    this.networkTimeout = limited(connection, limit);
    setAutoCommit(true);
  }

  static Borrowed from(DataSource source, Duration limit) throws SQLException {
    Connection connection = opened(source);
    try {
      return new Borrowed(connection, limit);
    } catch (SQLException | RuntimeException e) {
      discard(connection);
      closeQuietly(connection, e);
      throw e;
    }
  }

  private static Connection opened(DataSource source) throws SQLException {
    try {
      return source.getConnection();
    } catch (RuntimeException e) {
      throw new SQLException("the data source threw " + e, e);
    }
  }

  Connection connection() {
    return connection;
  }

  /** Commits each statement by itself, or several together. */
  void setAutoCommit(boolean wanted) throws SQLException {
    if (connection.getAutoCommit() != wanted) {
      connection.setAutoCommit(wanted);
    }
  }

  /**
   * Does work. A connection that breaks is not used again: not every pool notices by itself, and
   * one that does not would hand it out for ever.
   */
  <T> T run(Database.Work<T> work) throws SQLException {
    try {
      return work.on(connection);
    } catch (SQLException e) {
      if (isBroken(e)) {
        discard();
      }
      throw e;
    }
  }

  /** By the state that the standard or PostgreSQL has for it, or by the type that JDBC has. */
  private static boolean isBroken(SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    return state.startsWith("08")
        || state.startsWith("57P")
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLRecoverableException;
  }

  /** Undoes what is not committed: if not now, then by the end of the connection. */
  void rollBack() {
    try {
      connection.rollback();
    } catch (SQLException | RuntimeException e) {
      LOG.log(DEBUG, "A connection broke before it could roll back.", e);
      discard();
    }
  }

  /** Whether no answer is waited for longer than the limit. */
  boolean isLimited() {
    return networkTimeout != UNKNOWN;
  }

  /** Has the pool drop the connection instead of using it again. */
  void discard() {
    discard(connection);
  }

  private static void discard(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException | RuntimeException e) {
      LOG.log(DEBUG, "A connection could not be dropped.", e);
    }
  }

  /** What was done is done: that a connection breaks on its way back concerns its pool only. */
  @Override
  public void close() {
    try (connection) {
      if (!connection.isClosed()) {
        restore();
      }
    } catch (SQLException e) {
      LOG.log(DEBUG, "A connection broke on its way back to its pool.", e);
    }
  }

  private void restore() throws SQLException {
    try {
      setAutoCommit(autoCommit);
      if (isLimited()) {
        connection.setNetworkTimeout(Runnable::run, networkTimeout);
      }
    } catch (SQLException e) {
      discard();
      throw e;
    }
  }

  private static int limited(Connection connection, Duration limit) {
    try {
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.toMillis()));
      return before;
    } catch (SQLException | RuntimeException e) {
      return UNKNOWN;
    }
  }

  private static void closeQuietly(Connection connection, Exception because) {
    try {
      connection.close();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }
}
