package dev.cloakroom.store.sql;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Nested;

/** Login sessions in H2, in memory. */
class H2SessionStoreTest {
  static final TestDatabase DATABASE =
      TestDatabase.of(JdbcConnectionPool.create("jdbc:h2:mem:sessions", "sa", ""), 2_000);

  @Nested
  class Store extends SqlSessionStoreContract {
    @Override
    TestDatabase database() {
      return DATABASE;
    }

    @Override
    String laterBody() {
      return "x'ff00'";
    }
  }

  @Nested
  class Races extends SqlRacesContract {
    @Override
    TestDatabase database() {
      return DATABASE;
    }
  }

  @Nested
  class SessionRaces extends SqlSessionRacesContract {
    @Override
    TestDatabase database() {
      return DATABASE;
    }
  }

  @Nested
  class Start extends SqlStartContract {
    @Override
    TestDatabase database() {
      return DATABASE;
    }
  }
}
