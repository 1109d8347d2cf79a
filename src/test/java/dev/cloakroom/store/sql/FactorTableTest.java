package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.config.SqlSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FactorTableTest {

  @Test
  void open_aDatabaseOfAnotherKind_isRefusedWithTheSetting() {
    SqlSettings settings = new SqlSettings("java:app/test", false, "cloakroom_");

    assertThatThrownBy(
            () -> SqlFactors.open(FakeSource.ofProduct("Oracle"), settings, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            "cloakroom.factor.data-source=java:app/test", "Oracle", "PostgreSQL, H2 and MariaDB");
  }
}
