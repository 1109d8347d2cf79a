package dev.cloakroom.store.sql;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.config.RedisSettings;
import dev.cloakroom.config.SqlSettings;
import dev.cloakroom.config.StoreKind;
import dev.cloakroom.config.StoreSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Nodes that share tables which no other test has: stores on one prefix. */
final class SqlNodes implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final DataSource source;
  private final Clock clock;
  private final String prefix = "test_" + COUNT.incrementAndGet() + "_";
  private final List<SqlSessionStore> opened = new ArrayList<>();

  SqlNodes(DataSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** A node that creates the tables if they are not there. */
  SqlSessionStore open() {
    return open(source, settings(new SqlSettings("java:app/test", true, prefix), TIMEOUT));
  }

  /** A node that leaves the tables to others. */
  SqlSessionStore openWithoutCreating() {
    return open(source, settings(new SqlSettings("java:app/test", false, prefix), TIMEOUT));
  }

  /** A node that reaches the database in its own way, and waits so long for each answer. */
  SqlSessionStore openOn(DataSource other, Duration timeout) {
    return open(other, settings(new SqlSettings("java:app/test", true, prefix), timeout));
  }

  private SqlSessionStore open(DataSource way, StoreSettings settings) {
    SqlSessionStore store = SqlSessionStore.open(way, settings, clock);
    synchronized (opened) {
      opened.add(store);
    }
    return store;
  }

  private static StoreSettings settings(SqlSettings sql, Duration timeout) {
    return new StoreSettings(
        StoreKind.SQL,
        timeout,
        new NearCacheSettings(1_000, Duration.ZERO),
        sql,
        new RedisSettings(null, "unused:", false));
  }

  /** Does something to the tables behind the stores' back. */
  int run(String statement) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement one = connection.createStatement()) {
      return one.executeUpdate(new TableNames(prefix).in(statement));
    }
  }

  /** How many rows a table has. */
  long count(String table) throws SQLException {
    try (Connection connection = source.getConnection();
        Query query =
            Query.of(connection, new TableNames(prefix).in("select count(*) from " + table))) {
      return query.rows(row -> row.getLong(1)).get(0);
    }
  }

  @Override
  public void close() {
    opened.forEach(SqlSessionStore::close);
  }
}
