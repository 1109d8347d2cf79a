package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.RevocationsContract;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is noted in a database. */
abstract class SqlRevocationsContract extends RevocationsContract {
  private final SqlNodes nodes = new SqlNodes(TestDatabase.of(getClass()).dataSource(), clock);

  @Override
  protected final Revocations revocations() {
    return nodes.open().revocations();
  }

  @AfterEach
  final void closeStores() {
    nodes.close();
  }

  @Test
  void sweep_whatIsOver_isDeletedAndWasNotFoundBefore() throws SQLException {
    SqlSessionStore node = nodes.open();
    Instant now = clock.instant();
    node.revocations().revoke("r:t:one", now, now.plus(Duration.ofMinutes(5)));
    node.revocations().revoke("r:t:other", now, now.plus(Duration.ofMinutes(6)));
    clock.advance(Duration.ofMinutes(5));

    assertThat(node.revocations().of(List.of("r:t:one", "r:t:other")))
        .containsExactly(Revocations.NEVER, now);
    long before = nodes.count("cloakroom_mark");
    node.sweep();
    assertThat(nodes.count("cloakroom_mark")).isEqualTo(before - 1);
  }
}
