package dev.cloakroom.store.sql;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.FactorStore;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.SqlSettings;
import dev.cloakroom.store.remote.CallerNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Second factors in a database that all nodes share, a row for each caller who has one: PostgreSQL,
 * H2 or MariaDB. A row is replaced by one statement that names what must be in it. Safe for use by
 * several threads.
 */
public final class SqlFactors implements FactorStore {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store");

  private static final String FIND = "select content from cloakroom_factor where caller = ?";

  private static final String INSERT =
      "insert into cloakroom_factor (content, caller) values (?, ?)";

  private static final String UPDATE =
      "update cloakroom_factor set content = ? where caller = ? and content = ?";

  private static final String DELETE =
      "delete from cloakroom_factor where caller = ? and content = ?";

  /** The class of states that mean: a constraint forbids it (ISO 9075-2, table 38). */
  private static final String TAKEN = "23";

  private final Database database;
  private final FactorTable table;

  private SqlFactors(Database database, FactorTable table) {
    this.database = database;
    this.table = table;
  }

  /**
   * A store on the connections of a data source. A database that does not answer now, or has no
   * table yet, is logged and asked again with each call.
   *
   * @param settings the name of the data source, for messages; whether to create the table and its
   *     prefix
   * @param limit how long an answer may take
   * @throws IllegalStateException if the database is of a kind that is not supported
   */
  public static SqlFactors open(DataSource source, SqlSettings settings, Duration limit) {
    Database database = new Database("second factors", source, limit);
    FactorTable table = new FactorTable(database, settings);
    try {
      table.meet();
    } catch (StoreUnavailableException e) {
      LOG.log(
          ERROR,
          "The database of second factors cannot be used yet; until then nobody logs in whose"
              + " password is right: it is not known who needs a second factor.",
          e);
    }
    return new SqlFactors(database, table);
  }

  @Override
  public @Nullable String find(String callerName) {
    List<String> found =
        run(
            "reading a caller's factors",
            connection -> {
              try (Query query = query(connection, FIND)) {
                return query.text(callerName).rows(row -> row.getString(1));
              }
            });
    return found.isEmpty() ? null : found.get(0);
  }

  @Override
  public boolean replace(String callerName, @Nullable String expected, @Nullable String next) {
    return CallerNames.isStorable(callerName)
        && run(
            "changing a caller's factors",
            connection -> replaced(connection, callerName, expected, next));
  }

  private boolean replaced(
      Connection connection, String caller, @Nullable String expected, @Nullable String next)
      throws SQLException {
    if (expected == null) {
      return next == null ? !isThere(connection, caller) : inserted(connection, caller, next);
    }
    try (Query query = query(connection, next == null ? DELETE : UPDATE)) {
      Query given = next == null ? query : query.text(next);
      return given.text(caller).text(expected).run() == 1;
    }
  }

  private boolean isThere(Connection connection, String caller) throws SQLException {
    try (Query query = query(connection, FIND)) {
      return query.text(caller).hasRow();
    }
  }

  private boolean inserted(Connection connection, String caller, String content)
      throws SQLException {
    try (Query query = query(connection, INSERT)) {
      return query.text(content).text(caller).run() == 1;
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith(TAKEN)) {
        return false;
      }
      throw e;
    }
  }

  private <T> T run(String what, Database.Work<T> work) {
    table.meet();
    return database.run(what, work);
  }

  private Query query(Connection connection, String text) throws SQLException {
    return Query.of(connection, table.names().in(text));
  }
}
