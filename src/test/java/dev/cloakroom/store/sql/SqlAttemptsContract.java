package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.AttemptCountersContract;
import dev.cloakroom.store.AttemptLimit;
import dev.cloakroom.store.AttemptRule;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attempts that are counted in a database. */
abstract class SqlAttemptsContract extends AttemptCountersContract {
  private static final AttemptRule RULE =
      new AttemptRule(1, Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

  private final SqlNodes nodes = new SqlNodes(TestDatabase.of(getClass()).dataSource(), clock);

  @Override
  protected final AttemptCounters counters() {
    return nodes.open().attempts();
  }

  @AfterEach
  final void closeStores() {
    nodes.close();
  }

  private static AttemptLimit limit(String key) {
    return new AttemptLimit(key, RULE);
  }

  @Test
  @Tag("P10")
  void count_whoHasToWait_leavesNoRowBehind() throws SQLException {
    AttemptCounters counters = counters();
    assertThat(counters.count(List.of(limit("address")))).isZero();
    for (int i = 0; i < 10; i++) {
      assertThat(counters.count(List.of(limit("address"), limit("name-" + i)))).isPositive();
    }

    assertThat(nodes.count("cloakroom_attempt")).isEqualTo(1);
  }

  @Test
  void sweep_whatIsOver_isDeleted() throws SQLException {
    SqlSessionStore node = nodes.open();
    node.attempts().count(List.of(limit("alice")));
    clock.advance(Duration.ofSeconds(310));
    node.attempts().count(List.of(limit("bob")));

    node.sweep();
    assertThat(nodes.count("cloakroom_attempt")).isEqualTo(1);
  }
}
