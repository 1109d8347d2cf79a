package dev.cloakroom.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of texts, each under a key, in a column {@code content}. A row is replaced by one
 * statement that names what must be in it.
 *
 * @param table its name, with the usual prefix
 * @param key the column that tells its rows apart
 */
record TextRows(String table, String key) {
  /** The class of states that mean: a constraint forbids it (ISO 9075-2, table 38). */
  private static final String TAKEN = "23";

  /** The text of a key; empty when there is none. */
  List<String> find(Connection connection, TableNames names, String of) throws SQLException {
    String select = "select content from %s where %s = ?".formatted(table, key);
    try (Query query = Query.of(connection, names.in(select))) {
      return query.text(of).rows(row -> row.getString(1));
    }
  }

  /**
   * Puts a text in the place of another.
   *
   * @param expected what must be there; null for nothing
   * @param next null to remove it
   */
  boolean replace(
      Connection connection,
      TableNames names,
      String of,
      @Nullable String expected,
      @Nullable String next)
      throws SQLException {
    if (expected == null) {
      return next == null
          ? find(connection, names, of).isEmpty()
          : inserted(connection, names, of, next);
    }
    String update = "update %s set content = ? where %s = ? and content = ?";
    String delete = "delete from %s where %s = ? and content = ?";
    String text = (next == null ? delete : update).formatted(table, key);
    try (Query query = Query.of(connection, names.in(text))) {
      Query given = next == null ? query : query.text(next);
      return given.text(of).text(expected).run() == 1;
    }
  }

  private boolean inserted(Connection connection, TableNames names, String of, String next)
      throws SQLException {
    String insert = "insert into %s (content, %s) values (?, ?)".formatted(table, key);
    try (Query query = Query.of(connection, names.in(insert))) {
      return query.text(next).text(of).run() == 1;
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith(TAKEN)) {
        return false;
      }
      throw e;
    }
  }
}
