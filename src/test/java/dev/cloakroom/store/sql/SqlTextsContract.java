package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.SharedTextsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the nodes agree on, in a database. */
abstract class SqlTextsContract extends SharedTextsContract {
  private final SqlNodes nodes = new SqlNodes(TestDatabase.of(getClass()).dataSource(), clock);

  @Override
  protected final SharedTexts texts() {
    return nodes.open().texts();
  }

  @AfterEach
  final void closeStores() {
    nodes.close();
  }

  @Test
  void sweep_leavesTexts() {
    SqlSessionStore node = nodes.open();
    node.texts().replace("signing-keys", null, "one");
    node.sweep();

    assertThat(node.texts().find("signing-keys")).isEqualTo("one");
  }
}
