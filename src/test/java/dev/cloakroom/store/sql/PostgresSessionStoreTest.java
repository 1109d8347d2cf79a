package dev.cloakroom.store.sql;

import dev.cloakroom.testing.PostgresServer;
import org.junit.jupiter.api.Nested;

/** Login sessions in PostgreSQL. */
class PostgresSessionStoreTest {
  static final TestDatabase DATABASE = TestDatabase.of(PostgresServer.shared().pool(), 2_000);

  @Nested
  class Store extends SqlSessionStoreContract {
    @Override
    TestDatabase database() {
      return DATABASE;
    }

    @Override
    String laterBody() {
      return "'\\xff00'";
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
