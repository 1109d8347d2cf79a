package dev.cloakroom.store.sql;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.SqlSettings;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/**
 * Which kind of database there is: asked as soon as it answers, which may be later than the start,
 * and its tables created then if that is wanted. Safe for use by several threads.
 */
final class KnownDatabase {
  private static final int ATTEMPTS = 3;

  private final Database database;
  private final SqlSettings settings;
  private final TableNames tables;
  private final SessionRows rows;
  private volatile @Nullable Dialect known;

  KnownDatabase(Database database, SqlSettings settings, SessionRows rows) {
    this.database = database;
    this.settings = settings;
    this.tables = new TableNames(settings.tablePrefix());
    this.rows = rows;
  }

  /**
   * Its dialect.
   *
   * @throws StoreUnavailableException if it does not answer, or is of another kind
   */
  Dialect dialect() {
    Dialect dialect = known;
    return dialect == null ? met() : dialect;
  }

  TableNames tables() {
    return tables;
  }

  private Dialect met() {
    String product = product();
    Dialect dialect = of(product);
    if (dialect == null) {
      String refusal = refusal(product);
      throw new StoreUnavailableException(refusal, new SQLFeatureNotSupportedException(refusal));
    }
    if (settings.createSchema()) {
      createIfMissing(new Schema(dialect, tables));
    }
    known = dialect;
    return dialect;
  }

  /**
   * Not for tables that are there: that takes rights, and a database that can be written to. Where
   * another node creates them at this moment, one of the two may fail and finds them afterwards.
   * Where logins have what they need, a table that cannot be created keeps nobody from logging in:
   * the log says what is missing.
   */
  private void createIfMissing(Schema schema) {
    for (int left = ATTEMPTS; !isThere(schema); left--) {
      try {
        schema.create(database);
        return;
      } catch (StoreUnavailableException e) {
        if (left == 1 && !servesLogins(schema)) {
          throw e;
        }
        if (left == 1) {
          return;
        }
      }
    }
  }

  private boolean servesLogins(Schema schema) {
    return database.run("looking for its tables", schema::servesLogins);
  }

  private boolean isThere(Schema schema) {
    return database.run("looking for its tables", schema::isThere);
  }

  /** The name of the product, as its driver gives it. */
  String product() {
    return database.run(
        "asking what it is", connection -> connection.getMetaData().getDatabaseProductName());
  }

  /** The dialect of a product; null if there is none. */
  @Nullable Dialect of(String product) {
    return switch (product) {
      case "PostgreSQL" -> new PostgresDialect(tables, rows);
      case "H2" -> new LockingDialect(LockingDialect.H2, tables, rows);
      case "MariaDB", "MySQL" -> new LockingDialect(LockingDialect.MARIADB, tables, rows);
      default -> null;
    };
  }

  /** What is said of a product that there is no dialect for. */
  String refusal(String product) {
    return "cloakroom.sql.data-source="
        + settings.dataSource()
        + " is a database of "
        + product
        + ". Login sessions can be kept in PostgreSQL, H2 and MariaDB.";
  }
}
