package dev.cloakroom.store.sql;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Login sessions in MariaDB. */
@Tag("mariadb")
class MariaDbSessionStoreTest {
  static final TestDatabase DATABASE =
      TestDatabase.of(MariaDbServer.shared().pool(), 2_000, "x'ff00'");

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
