package dev.cloakroom.store.sql;

import dev.cloakroom.testing.PostgresServer;
import dev.cloakroom.testing.Race;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The databases of the tests, each started when it is first asked for. */
enum TestDatabase {
  /** In memory. */
  H2("x'ff00'") {
    @Override
    DataSource pool() {
      return JdbcConnectionPool.create("jdbc:h2:mem:sessions", "sa", "");
    }
  },
  POSTGRES("'\\xff00'") {
    @Override
    DataSource pool() {
      return PostgresServer.shared().pool();
    }
  },
  MARIADB("x'ff00'") {
    @Override
    DataSource pool() {
      return MariaDbServer.shared().pool();
    }
  };

  private static final Map<TestDatabase, DataSource> POOLS = new ConcurrentHashMap<>();

  private final String twoBytes;

  TestDatabase(String twoBytes) {
    this.twoBytes = twoBytes;
  }

  /** That of a test class, which is nested in one that says so. */
  static TestDatabase of(Class<?> nested) {
    Class<?> outer = Objects.requireNonNull(nested.getEnclosingClass());
    return Objects.requireNonNull(outer.getAnnotation(OnDatabase.class)).value();
  }

  abstract DataSource pool();

  /** A pool of connections to it, the same for all tests. */
  DataSource dataSource() {
    return POOLS.computeIfAbsent(this, TestDatabase::pool);
  }

  /** How many rounds of a race it does in a few seconds. */
  int rounds() {
    return Race.rounds(2_000);
  }

  /** Two bytes that are no body of a record, written as this database writes them. */
  String twoBytes() {
    return twoBytes;
  }
}
