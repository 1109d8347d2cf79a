package dev.cloakroom.store.sql;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.SqlSettings;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The table of second factors: looked for as soon as the database answers, which may be later than
 * the start, and created then if that is wanted. Safe for use by several threads.
 */
final class FactorTable {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store");
  private static final int ATTEMPTS = 3;
  private static final String QUESTION = "select caller, content from cloakroom_factor where 1 = 0";

  private final Database database;
  private final SqlSettings settings;
  private final TableNames names;
  private volatile boolean met;

  FactorTable(Database database, SqlSettings settings) {
    this.database = database;
    this.settings = settings;
    this.names = new TableNames(settings.tablePrefix());
  }

  TableNames names() {
    return names;
  }

  /**
   * Looks for it, once.
   *
   * @throws StoreUnavailableException if the database does not answer
   * @throws IllegalStateException if it is of another kind
   */
  void meet() {
    if (met) {
      return;
    }
    String product =
        database.run(
            "asking what it is", connection -> connection.getMetaData().getDatabaseProductName());
    SchemaFile file = new SchemaFile(file(product), names);
    if (settings.createSchema()) {
      createIfMissing(file);
    } else if (!isThere()) {
      LOG.log(
          ERROR,
          "The database of second factors lacks its table. Run "
              + file.path()
              + " of Cloakroom's JAR there, or set cloakroom.sql.create-schema=true. Until then"
              + " logins are answered with 503.");
    }
    met = true;
  }

  private String file(String product) {
    String name = nameOfFile(product);
    if (name == null) {
      throw new IllegalStateException(
          "Cloakroom does not start: cloakroom.factor.data-source="
              + settings.dataSource()
              + " is a database of "
              + product
              + ". Second factors can be kept in PostgreSQL, H2 and MariaDB.");
    }
    return name;
  }

  private static @Nullable String nameOfFile(String product) {
    return switch (product) {
      case "PostgreSQL" -> "factor-postgresql.sql";
      case "H2" -> "factor-h2.sql";
      case "MariaDB", "MySQL" -> "factor-mariadb.sql";
      default -> null;
    };
  }

  /** Where another node creates it at this moment, one may fail, and finds it afterwards. */
  private void createIfMissing(SchemaFile file) {
    for (int left = ATTEMPTS; !isThere(); left--) {
      try {
        database.run("creating its table", connection -> created(connection, file));
        return;
      } catch (StoreUnavailableException e) {
        if (left == 1) {
          throw e;
        }
      }
    }
  }

  private static boolean created(Connection connection, SchemaFile file) throws SQLException {
    file.run(connection);
    return true;
  }

  private boolean isThere() {
    return database.run("looking for its table", this::isReadable);
  }

  private boolean isReadable(Connection connection) {
    try (Query query = Query.of(connection, names.in(QUESTION))) {
      return !query.hasRow();
    } catch (SQLException e) {
      return false;
    }
  }
}
