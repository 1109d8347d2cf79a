package dev.cloakroom.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement, its parameters given in their order. Belongs to one thread. */
final class Query implements AutoCloseable {
  private final PreparedStatement statement;
  private int given;

  /** Makes a value of the current row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private Query(PreparedStatement statement) {
    this.statement = statement;
  }

  static Query of(Connection connection, String text) throws SQLException {
    return new Query(connection.prepareStatement(text));
  }

  /** The same statement, to be given its parameters anew. */
  Query again() {
    given = 0;
    return this;
  }

  Query text(@Nullable String value) throws SQLException {
    statement.setString(++given, value);
    return this;
  }

  Query number(long value) throws SQLException {
    statement.setLong(++given, value);
    return this;
  }

  Query number(@Nullable Long value) throws SQLException {
    given++;
    if (value == null) {
      statement.setNull(given, Types.BIGINT);
    } else {
      statement.setLong(given, value);
    }
    return this;
  }

  Query bytes(byte[] value) throws SQLException {
    statement.setBytes(++given, value);
    return this;
  }

  /** Puts the parameters aside, to be run with others of the same statement. */
  void addToBatch() throws SQLException {
    statement.addBatch();
    given = 0;
  }

  void runBatch() throws SQLException {
    statement.executeBatch();
  }

  /** Runs a statement without an answer; gives the number of rows that it concerned. */
  int run() throws SQLException {
    return statement.executeUpdate();
  }

  /** Whether the answer has a row. */
  boolean hasRow() throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  /** All rows of the answer. */
  <T> List<T> rows(Row<T> row) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return all(rows, row);
    }
  }

  /** All rows of the answer to the second of two statements in one text; the first has none. */
  <T> List<T> rowsOfSecond(Row<T> row) throws SQLException {
    statement.execute();
    statement.getMoreResults();
    try (ResultSet rows = statement.getResultSet()) {
      return all(rows, row);
    }
  }

  private static <T> List<T> all(ResultSet rows, Row<T> row) throws SQLException {
    List<T> found = new ArrayList<>();
    while (rows.next()) {
      found.add(row.of(rows));
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
