package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SqlSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

  private static List<String> statements(String product, String prefix) {
    Database nowhere = new Database(FakeSource.ofProduct(product), Duration.ofSeconds(1));
    SqlSettings settings = new SqlSettings("java:app/test", false, prefix);
    KnownDatabase known = new KnownDatabase(nowhere, settings, new SessionRows());
    return new Schema(known.dialect(), known.tables()).statements();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PostgreSQL", "H2", "MariaDB", "MySQL"})
  void statements_ofEachDatabase_createTheTablesAndTheMarkOfAll(String product) {
    List<String> statements = statements(product, "cloakroom_");

    assertThat(statements)
        .anyMatch(one -> one.startsWith("create table if not exists cloakroom_s"));
    assertThat(statements)
        .anyMatch(one -> one.startsWith("create table if not exists cloakroom_m"));
    assertThat(statements)
        .anyMatch(one -> one.startsWith("create table if not exists cloakroom_a"));
    assertThat(statements).last().asString().contains("'all'");
    assertThat(statements).noneMatch(one -> one.contains("--"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PostgreSQL", "H2", "MariaDB"})
  void statements_otherPrefix_nameNothingByTheUsualOne(String product) {
    assertThat(statements(product, "shop_"))
        .noneMatch(one -> one.contains("cloakroom"))
        .anyMatch(one -> one.contains("shop_session"));
  }
}
