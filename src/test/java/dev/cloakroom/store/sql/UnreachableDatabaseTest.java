package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.Heard;
import dev.cloakroom.testing.ManualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sources that fail, that are of another product, or that are set up unusually. */
class UnreachableDatabaseTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ManualClock clock = ManualClock.atNoon();
  private final DataSource whole = JdbcConnectionPool.create("jdbc:h2:mem:sessions", "sa", "");
  private final SqlNodes nodes = new SqlNodes(whole, clock);
  private final SessionRecord record = Records.login("alice", clock.instant());
  private FakeSource.Opener opener = whole::getConnection;

  @AfterEach
  void closeStores() {
    nodes.close();
  }

  private SqlSessionStore open() {
    return nodes.openOn(FakeSource.of(() -> opener.open()), TIMEOUT);
  }

  private static Connection refused() throws SQLException {
    throw new SQLException("no connection for sa with hunter2", "08001");
  }

  private static Connection broken() {
    throw new IllegalStateException("the pool is closed");
  }

  @Test
  @Tag("G5")
  void create_noConnection_isUnavailableAndDoesNotRepeatWhatTheDriverSaid() {
    SqlSessionStore store = open();
    assertThat(store.create(record)).isTrue();

    opener = UnreachableDatabaseTest::refused;
    assertThatThrownBy(() -> store.find(record.id()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("reading a login session")
        .hasMessageContaining("08001")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void find_poolThrows_isUnavailable() {
    SqlSessionStore store = open();
    opener = UnreachableDatabaseTest::broken;

    assertThatThrownBy(() -> store.find(record.id())).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> store.endByCaller("alice", end()))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private End end() {
    return new End(EndReason.LOGGED_OUT, clock.instant());
  }

  @Test
  @Tag("G7")
  void open_noConnectionYet_startsAndWorksOnceThereIs() {
    opener = UnreachableDatabaseTest::refused;
    SqlSessionStore store = open();
    assertThatThrownBy(() -> store.create(record)).isInstanceOf(StoreUnavailableException.class);

    opener = whole::getConnection;
    assertThat(store.find(record.id())).isNull();
    assertThat(store.create(record)).isTrue();
  }

  @Test
  void listen_databaseThatTurnsOutNotToTell_endsItsThread() throws InterruptedException {
    opener = UnreachableDatabaseTest::refused;
    SqlSessionStore store = open();
    assertThat(store.push()).isEqualTo(Push.SUPPORTED);

    opener = whole::getConnection;
    store.listen(new Heard());
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("cloakroom-sql-changes")) {
        thread.join(30_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
    assertThat(store.create(record)).isTrue();
    assertThat(open().push()).isEqualTo(Push.ABSENT);
  }

  @Test
  void open_anotherProduct_isRefusedAndTheThreeAreNamed() {
    assertThatThrownBy(() -> nodes.openOn(FakeSource.ofProduct("Oracle"), TIMEOUT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cloakroom.sql.data-source=java:app/test")
        .hasMessageContaining("Oracle")
        .hasMessageContaining("PostgreSQL, H2 and MariaDB");
    assertThatCode(this::open).doesNotThrowAnyException();
  }

  @Test
  void create_deadlock_isTriedOnceMore() {
    SqlSessionStore store = open();
    FakeSource.Opener once = whole::getConnection;
    opener =
        () -> {
          opener = once;
          throw new SQLException("deadlock", "40001");
        };
    assertThat(store.create(record)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"40003", "08006", "57P01", "53300"})
  void create_failureThatMayHaveTakenEffect_isNotTriedAgain(String state) {
    SqlSessionStore store = open();
    FakeSource.Opener once = whole::getConnection;
    opener =
        () -> {
          opener = once;
          throw new SQLException("lost", state);
        };
    assertThatThrownBy(() -> store.create(record)).hasMessageContaining(state);
    assertThat(store.find(record.id())).isNull();
  }

  /** Not every pool notices by itself that a connection is of no use any more. */
  @ParameterizedTest
  @CsvSource({
    "prepareStatement, 08006, 1",
    "prepareStatement, 57P01, 1",
    "getAutoCommit, 08003, 1",
    "prepareStatement, 42000, 0"
  })
  void find_connectionBreaks_isTakenOutOfItsPool(String failing, String state, int aborted) {
    SqlSessionStore store = open();
    List<String> called = new ArrayList<>();
    opener =
        () ->
            FakeSource.around(
                whole.getConnection(),
                (method, call) -> {
                  called.add(method.getName());
                  if (method.getName().equals(failing)) {
                    throw new SQLException("lost", state);
                  }
                  return method.getName().equals("abort") ? null : call.run();
                });

    assertThatThrownBy(() -> store.find(record.id())).hasMessageContaining(state);
    assertThat(Collections.frequency(called, "abort")).isEqualTo(aborted);
    assertThat(called).contains("close");
  }

  @Test
  void create_connectionsThatDoNotCommit_areCommittedAndGivenBackAsTheyWere() throws SQLException {
    Connection manual = whole.getConnection();
    manual.setAutoCommit(false);
    SqlSessionStore store = nodes.openOn(FakeSource.single(manual), TIMEOUT);

    assertThat(store.create(record)).isTrue();
    assertThat(store.replace(record.rotationDue())).isTrue();
    assertThat(manual.getAutoCommit()).isFalse();
    manual.close();
    assertThat(nodes.open().find(record.id())).isEqualTo(record.rotationDue());
  }

  @Test
  void endByCaller_statementFails_leavesNothingBehind() throws SQLException {
    SqlSessionStore store = open();
    store.create(record);
    nodes.run("alter table cloakroom_session rename column end_reason to gone");
    assertThatThrownBy(() -> store.endByCaller("alice", end()))
        .isInstanceOf(StoreUnavailableException.class);

    nodes.run("alter table cloakroom_session rename column gone to end_reason");
    SessionRecord again = Records.login("alice", clock.instant());
    assertThat(store.create(again)).as("no mark is left").isTrue();
    assertThat(store.endByCaller("alice", end())).hasSize(2);
    assertThat(store.create(again)).isFalse();
  }

  @Test
  void borrowed_connection_isLimitedInTimeAndGivenBackAsItWas() throws SQLException {
    Deque<Object> limits = new ArrayDeque<>(List.of(7));
    try (Connection real = whole.getConnection()) {
      Connection limited =
          FakeSource.around(
              real,
              (method, call) ->
                  switch (method.getName()) {
                    case "getNetworkTimeout" -> limits.getLast();
                    case "setNetworkTimeout" -> limits.add(call.argument(1));
                    default -> call.run();
                  });
      Borrowed.from(FakeSource.of(() -> limited), TIMEOUT).close();
    }
    assertThat(limits).containsExactly(7, 10_000, 7);
  }
}
