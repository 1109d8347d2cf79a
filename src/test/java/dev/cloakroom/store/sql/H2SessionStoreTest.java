package dev.cloakroom.store.sql;

import org.junit.jupiter.api.Nested;

/** Login sessions in H2, in memory. */
@OnDatabase(TestDatabase.H2)
class H2SessionStoreTest {
  @Nested
  class Store extends SqlSessionStoreContract {}

  @Nested
  class Races extends SqlRacesContract {}

  @Nested
  class SessionRaces extends SqlSessionRacesContract {}

  @Nested
  class Start extends SqlStartContract {}

  @Nested
  class Revocations extends SqlRevocationsContract {}

  @Nested
  class Attempts extends SqlAttemptsContract {}

  @Nested
  class OneTime extends SqlOneTimeContract {}

  @Nested
  class Factors extends SqlFactorsContract {}

  @Nested
  class Texts extends SqlTextsContract {}
}
