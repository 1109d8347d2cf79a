package dev.cloakroom.store.sql;

import dev.cloakroom.testing.PostgresServer;
import org.junit.jupiter.api.Nested;

/** Login sessions in PostgreSQL. */
class PostgresSessionStoreTest {
  static final TestDatabase DATABASE =
      TestDatabase.of(PostgresServer.shared().pool(), 2_000, "'\\xff00'");

  @Nested
  class Store extends SqlSessionStoreContract {
    Store() {
      super(DATABASE);
    }
  }

  @Nested
  class Races extends SqlRacesContract {
    Races() {
      super(DATABASE);
    }
  }

  @Nested
  class SessionRaces extends SqlSessionRacesContract {
    SessionRaces() {
      super(DATABASE);
    }
  }

  @Nested
  class Start extends SqlStartContract {
    Start() {
      super(DATABASE);
    }
  }

  @Nested
  class Revocations extends SqlRevocationsContract {
    Revocations() {
      super(DATABASE);
    }
  }

  @Nested
  class Attempts extends SqlAttemptsContract {
    Attempts() {
      super(DATABASE);
    }
  }

  @Nested
  class OneTime extends SqlOneTimeContract {
    OneTime() {
      super(DATABASE);
    }
  }

  @Nested
  class Factors extends SqlFactorsContract {
    Factors() {
      super(DATABASE);
    }
  }

  @Nested
  class Texts extends SqlTextsContract {
    Texts() {
      super(DATABASE);
    }
  }
}
