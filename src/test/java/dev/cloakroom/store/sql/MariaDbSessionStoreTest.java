package dev.cloakroom.store.sql;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Login sessions in MariaDB. */
@Tag("mariadb")
class MariaDbSessionStoreTest {
  static final TestDatabase DATABASE = TestDatabase.of(MariaDbServer.shared().pool(), 2_000);

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
