package dev.cloakroom.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.AttemptLimit;
import dev.cloakroom.store.AttemptRule;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.PostgresServer;
import dev.cloakroom.testing.Relay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a call waits for PostgreSQL, counted on the wire. */
class PostgresRoundTripsTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final PostgresServer server = PostgresServer.shared();
  private final SqlNodes nodes = new SqlNodes(server.direct(), clock);
  private final SessionRecord record = Records.login("alice", clock.instant());
  private Relay relay;
  private Connection connection;
  private SqlSessionStore store;

  @BeforeEach
  void openStore() throws SQLException {
    relay = Relay.to(server.port());
    connection = server.connectBy(relay.port());
    store = nodes.openOn(FakeSource.single(connection), Duration.ofSeconds(10));
  }

  @AfterEach
  void closeAll() throws SQLException {
    nodes.close();
    connection.close();
    relay.close();
  }

  private int roundTrips(Callable<?> call) throws Exception {
    int before = relay.roundTrips();
    assertThat(call.call()).isNotEqualTo(false);
    return relay.roundTrips() - before;
  }

  @Test
  void create_isOne() throws Exception {
    assertThat(roundTrips(() -> store.create(record))).isEqualTo(1);
  }

  @Test
  void find_isOne() throws Exception {
    store.create(record);
    assertThat(roundTrips(() -> store.find(record.id()))).isEqualTo(1);
    assertThat(roundTrips(() -> store.find("nobody-has-this-id-____"))).isEqualTo(1);
    assertThat(roundTrips(() -> store.findByCaller("alice"))).isEqualTo(1);
  }

  @Test
  void replace_isOne_howeverOftenItIsPrepared() throws Exception {
    store.create(record);
    SessionRecord current = record;
    for (int i = 0; i < 20; i++) {
      SessionRecord next = current.seen(clock.instant());
      assertThat(roundTrips(() -> store.replace(next))).isEqualTo(1);
      current = next;
    }
  }

  @Test
  void attempts_areOneToCountAndOneToTakeBack_howeverOftenTheyArePrepared() throws Exception {
    store.create(record);
    Duration second = Duration.ofSeconds(1);
    AttemptRule rule = new AttemptRule(5, second, second, second);
    List<AttemptLimit> limits =
        List.of(new AttemptLimit("one", rule), new AttemptLimit("other", rule));
    for (int i = 0; i < 20; i++) {
      assertThat(roundTrips(() -> store.attempts().count(limits).isZero())).isEqualTo(1);
      assertThat(roundTrips(() -> takenBack(limits))).isEqualTo(1);
    }
  }

  private boolean takenBack(List<AttemptLimit> limits) {
    store.attempts().takeBack(limits);
    return true;
  }

  /** The mark with the sessions, and the commit of both. */
  @Test
  void endByCaller_isTwo_howeverOftenItIsPrepared() throws Exception {
    for (int i = 0; i < 20; i++) {
      clock.advance(Duration.ofSeconds(1));
      SessionRecord login = Records.login("alice", clock.instant());
      store.create(login);
      List<SessionRecord> ended = new ArrayList<>();
      End end = new End(EndReason.LOGGED_OUT, clock.instant());

      assertThat(roundTrips(() -> ended.addAll(store.endByCaller("alice", end)))).isEqualTo(2);
      assertThat(ended).extracting(SessionRecord::id).containsExactly(login.id());
    }
  }
}
