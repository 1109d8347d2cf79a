package dev.cloakroom.store.sql;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Nested;

/** Login sessions in H2, in memory. */
class H2SessionStoreTest {
  static final TestDatabase DATABASE =
      TestDatabase.of(
          JdbcConnectionPool.create("jdbc:h2:mem:sessions", "sa", ""), 2_000, "x'ff00'");

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
