package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.OneTimeRecordsContract;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be used once, in a database. */
abstract class SqlOneTimeContract extends OneTimeRecordsContract {
  private final SqlNodes nodes = new SqlNodes(TestDatabase.of(getClass()).dataSource(), clock);

  @Override
  protected final OneTimeRecords records() {
    return nodes.open().oneTime();
  }

  @AfterEach
  final void closeStores() {
    nodes.close();
  }

  @Test
  void sweep_whatIsOver_isDeleted() throws SQLException {
    SqlSessionStore node = nodes.open();
    node.oneTime().keep(recordOf("alice", "reset"), FIVE);
    clock.advance(Duration.ofMinutes(20));
    node.oneTime().keep(recordOf("bob", "reset"), FIVE);

    node.sweep();
    assertThat(nodes.count("cloakroom_one_time")).isEqualTo(1);
  }

  /** As text is compared in some databases, these would be one owner. */
  @Test
  void owners_thatDifferInCaseOrAtTheirEnd_areOthers() {
    records.keep(recordOf("alice", "reset"), FIVE);

    assertThat(records.removeAll("ALICE")).isZero();
    assertThat(records.removeAll("alice", "Reset")).isZero();
    assertThat(records.removeAll("alice")).isOne();
  }
}
