package dev.cloakroom.store.sql;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.FactorStore;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.SqlSettings;
import dev.cloakroom.store.remote.CallerNames;
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

  private static final TextRows ROWS = new TextRows("cloakroom_factor", "caller");

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
            connection -> ROWS.find(connection, table.names(), callerName));
    return found.isEmpty() ? null : found.get(0);
  }

  @Override
  public boolean replace(String callerName, @Nullable String expected, @Nullable String next) {
    return CallerNames.isStorable(callerName)
        && run(
            "changing a caller's factors",
            connection -> ROWS.replace(connection, table.names(), callerName, expected, next));
  }

  private <T> T run(String what, Database.Work<T> work) {
    table.meet();
    return database.run(what, work);
  }
}
