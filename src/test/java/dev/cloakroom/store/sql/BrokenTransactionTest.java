package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.Records;
import dev.cloakroom.testing.ManualClock;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that break at the edges of a transaction. */
class BrokenTransactionTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ManualClock clock = ManualClock.atNoon();
  private final DataSource whole = JdbcConnectionPool.create("jdbc:h2:mem:edges", "sa", "");
  private final SqlNodes nodes = new SqlNodes(whole, clock);
  private final List<String> called = new ArrayList<>();
  private String failing = "";

  @AfterEach
  void closeStores() {
    nodes.close();
  }

  private SqlSessionStore store() {
    return nodes.openOn(
        FakeSource.of(() -> FakeSource.around(whole.getConnection(), this::call)), TIMEOUT);
  }

  private @Nullable Object call(Method method, FakeSource.Call call) throws Throwable {
    called.add(method.getName());
    if (method.getName().equals(failing)) {
      throw new SQLException("lost", "08006");
    }
    if (method.getName().equals("commit") && !failing.isEmpty()) {
      throw new SQLException("refused", "23000");
    }
    return method.getName().equals("abort") ? null : call.run();
  }

  /** What is not known to be undone must not be committed by giving the connection back. */
  @ParameterizedTest
  @ValueSource(strings = {"setAutoCommit", "rollback", "commit"})
  void create_connectionBreaks_isTakenOutOfItsPool(String method) {
    SqlSessionStore store = store();
    assertThat(store.create(Records.login("alice", clock.instant()))).isTrue();
    called.clear();
    failing = method;

    assertThatThrownBy(() -> store.create(Records.login("alice", clock.instant())))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(called).contains("abort", "close");
  }

  @Test
  void create_nothingBreaks_isGivenBack() {
    SqlSessionStore store = store();

    assertThat(store.create(Records.login("alice", clock.instant()))).isTrue();
    assertThat(called).contains("commit", "close").doesNotContain("abort", "rollback");
  }
}
