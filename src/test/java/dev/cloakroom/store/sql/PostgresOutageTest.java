package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.remote.BudgetedStore;
import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.PostgresServer;
import dev.cloakroom.testing.PushedNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a PostgreSQL that hangs, is killed or only reads does to a node. */
class PostgresOutageTest {
  private static final Duration BUDGET = Duration.ofSeconds(1);
  private static final Duration GENEROUS = Duration.ofSeconds(60);

  private static PostgresServer server;

  private final ManualClock clock = ManualClock.atNoon();
  private HikariDataSource pool;
  private SqlNodes nodes;
  private PushedNode node;
  private SessionRecord record;

  @BeforeAll
  static void startServer() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void connect() throws InterruptedException {
    pool = server.pool();
    nodes = new SqlNodes(pool, clock);
    node = PushedNode.on(new BudgetedStore(nodes.openOn(pool, BUDGET), BUDGET), clock);
    node.heard().await("connected");
    record = Records.login("alice", clock.instant());
    awaitWorking(node.store(), record);
  }

  @AfterEach
  void disconnect() {
    node.store().close();
    nodes.close();
    pool.close();
  }

  /** The first call on a busy machine may be slow. */
  private static void awaitWorking(SessionStore store, SessionRecord expected)
      throws InterruptedException {
    assertThat(Await.atMost(GENEROUS).until(() -> keeps(store, expected)))
        .as("the store has come back")
        .isTrue();
  }

  private static boolean keeps(SessionStore store, SessionRecord expected) {
    try {
      if (store.find(expected.id()) == null) {
        store.create(expected);
      }
      assertThat(store.find(expected.id())).isEqualTo(expected);
      return true;
    } catch (StoreUnavailableException notYet) {
      return false;
    }
  }

  private void assertUnavailableInTime() {
    long start = System.nanoTime();
    assertThatThrownBy(() -> node.store().findLatest(record.id()))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BUDGET.multipliedBy(10));
  }

  @Test
  @Tag("G7")
  void find_serverHangs_isUnavailableInTimeAndThenComesBack() throws Exception {
    server.signal("STOP");
    try {
      assertUnavailableInTime();
      node.heard().await("disconnected");
      assertThatThrownBy(() -> node.store().find(record.id()))
          .as("its copy is gone")
          .isInstanceOf(StoreUnavailableException.class);
    } finally {
      server.signal("CONT");
    }
    awaitWorking(node.store(), record);
    node.heard().await("connected");
  }

  @Test
  @Tag("G7")
  void find_serverIsKilledAndRestarted_hasLostNothing() throws Exception {
    SessionRecord touched = record.ticketUsed(clock.instant());
    assertThat(node.store().replace(touched)).isTrue();

    server.kill();
    node.heard().await("disconnected");
    assertUnavailableInTime();
    server.restart();
    awaitWorking(node.store(), touched);
    node.heard().await("connected");
  }

  @Test
  @Tag("G7")
  void create_serverOnlyReads_isUnavailable_andReadingGoesOn() {
    try (HikariDataSource reading = server.readingPool()) {
      SqlSessionStore store = nodes.openOn(reading, GENEROUS);
      SessionRecord login = Records.login("bob", clock.instant());

      assertThatThrownBy(() -> store.create(login))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("25006");
      assertThatThrownBy(() -> store.replace(record.seen(clock.instant())))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(store.find(record.id())).isEqualTo(record);
    }
    assertThat(node.store().create(Records.login("bob", clock.instant()))).isTrue();
  }
}
