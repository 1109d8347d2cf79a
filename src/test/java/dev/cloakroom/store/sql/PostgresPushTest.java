package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Ending;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.Heard;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.PostgresServer;
import dev.cloakroom.testing.PushedNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Two nodes on one PostgreSQL: what one changes, the other's copies follow. */
class PostgresPushTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String LOG = "dev.cloakroom.store";
  private static final String HIDDEN = "hides PostgreSQL's own connection";

  private final ManualClock clock = ManualClock.atNoon();
  private final PostgresServer server = PostgresServer.shared();
  private final HikariDataSource pool = server.pool();
  private final SqlNodes nodes = new SqlNodes(pool, clock);
  private SqlSessionStore one;
  private PushedNode other;
  private SessionRecord record;

  @BeforeEach
  void connectTwoNodes() throws InterruptedException {
    one = nodes.open();
    other = PushedNode.on(nodes.open(), clock);
    other.heard().await("connected");
    record = kept("alice");
    assertThat(other.store().find(record.id())).isEqualTo(record);
  }

  @AfterEach
  void closeAll() {
    nodes.close();
    pool.close();
  }

  private SessionRecord kept(String caller) {
    SessionRecord login = Records.login(caller, clock.instant());
    assertThat(one.create(login)).isTrue();
    return login;
  }

  private End endNow() {
    return new End(EndReason.ENDED_BY_ADMINISTRATOR, clock.instant());
  }

  @Test
  void find_unchanged_isTheCopy() throws SQLException {
    nodes.run("delete from cloakroom_session");

    assertThat(other.store().find(record.id())).isEqualTo(record);
    assertThat(one.find(record.id())).isNull();
  }

  @Test
  @Tag("S7")
  void find_afterAChangeOnAnotherNode_isWhatItIsNow() throws InterruptedException {
    SessionRecord ended = record.ended(endNow());
    one.replace(ended);

    other.heard().await(record.id() + " 2");
    assertThat(other.store().find(record.id())).isEqualTo(ended);
  }

  @Test
  @Tag("S10")
  void find_afterAnEndByCallerOnAnotherNode_isEnded() throws InterruptedException {
    one.endByCaller("alice", endNow());

    other.heard().await(record.id() + " 2");
    assertThat(other.store().find(record.id())).isEqualTo(record.ended(endNow()));
  }

  @Test
  @Tag("S10")
  void find_afterAnEndOfAllOnAnotherNode_isEnded() throws InterruptedException {
    clock.advance(Duration.ofSeconds(1));
    Ending.allBefore(one, clock.instant(), endNow());

    other.heard().await(record.id() + " 2");
    assertThat(other.store().find(record.id())).isEqualTo(record.ended(endNow()));
  }

  @Test
  void find_channelIsCut_asksTheStoreUntilItIsBack() throws Exception {
    cutChannels();
    other.heard().await("disconnected");
    SessionRecord next = record.rotationDue();
    one.replace(next);
    assertThat(other.store().find(record.id())).isEqualTo(next);

    other.heard().await("connected");
    SessionRecord last = next.seen(clock.instant());
    one.replace(last);
    other.heard().await(record.id() + " 3");
    assertThat(other.store().find(record.id())).isEqualTo(last);
  }

  /** Those of this test alone: other tests have ended theirs. */
  private void cutChannels() throws SQLException {
    try (Connection connection = server.direct().getConnection();
        Query query =
            Query.of(
                connection,
                "select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where query like 'listen %' or query = 'select 1'")) {
      assertThat(query.rows(row -> row.getBoolean(1))).contains(true);
    }
  }

  @Test
  void close_connectionThatListened_goesBackWithoutListening() throws Exception {
    try (HikariDataSource single = server.pool()) {
      single.setMaximumPoolSize(1);
      SqlSessionStore store = nodes.openOn(single, TIMEOUT);
      Heard heard = new Heard();
      store.listen(heard);
      heard.await("connected");

      store.close();
      heard.await("disconnected");
      assertThat(listening(single)).isEmpty();
    }
  }

  private static List<String> listening(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Query query = Query.of(connection, "select pg_listening_channels()")) {
      return query.rows(row -> row.getString(1));
    }
  }

  @Test
  void push_driversConnectionIsHidden_isAbsent() {
    DataSource hiding = FakeSource.of(() -> hidden(pool.getConnection()));

    try (LogLines log = LogLines.of(LOG)) {
      assertThat(nodes.openOn(pool, TIMEOUT).push()).isEqualTo(Push.SUPPORTED);
      assertThat(nodes.openOn(server.direct(), TIMEOUT).push()).isEqualTo(Push.SUPPORTED);
      assertThat(log.lines()).noneMatch(line -> line.contains(HIDDEN));

      assertThat(nodes.openOn(hiding, TIMEOUT).push()).isEqualTo(Push.ABSENT);
      assertThat(log.lines()).anyMatch(line -> line.contains(HIDDEN));
    }
  }

  private static Connection hidden(Connection real) {
    return FakeSource.around(
        real, (method, call) -> method.getName().equals("isWrapperFor") ? false : call.run());
  }

  private static Connection unlimited(Connection real) {
    return FakeSource.around(
        real,
        (method, call) -> {
          if (method.getName().equals("setNetworkTimeout")) {
            throw new SQLFeatureNotSupportedException("no such thing");
          }
          return call.run();
        });
  }

  /** It ends by itself: a channel that could be dead without a sign is worse than none. */
  @Test
  void channel_ofConnectionsThatCannotTell_isGivenUp_andSaysWhy() {
    assertThat(givenUp(() -> unlimited(pool.getConnection()))).contains("take no network timeout");
    assertThat(givenUp(() -> hidden(pool.getConnection()))).contains("cannot tell of changes");
  }

  private static String givenUp(FakeSource.Opener opener) {
    try (LogLines log = LogLines.of(LOG)) {
      new ChangeChannel(FakeSource.of(opener), "unheard", new Heard()).run();
      return String.join("\n", log.lines());
    }
  }

  @Test
  void notifications_throughAPool_areTheDrivers() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      assertThat(connection).isNotInstanceOf(PGConnection.class);
      Notifications notifications = Objects.requireNonNull(Notifications.of(connection));
      assertThat(notifications.await(1)).isEmpty();
    }
  }
}
