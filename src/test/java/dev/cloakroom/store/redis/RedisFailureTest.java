package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Ending;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.BudgetedStore;
import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.FreePort;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.RedisProcess;
import dev.cloakroom.testing.Relay;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Redis that hangs, is gone, or will not do what it is asked. */
class RedisFailureTest {
  private static final Duration BUDGET = Duration.ofSeconds(2);

  /** How long this process may not get to run on a busy machine. */
  private static final Duration DELAY = Duration.ofSeconds(3);

  private static final Duration RECOVERY = Duration.ofSeconds(5);

  private final ManualClock clock = ManualClock.atNoon();
  private RedisProcess redis;
  private Relay relay;
  private BudgetedStore store;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
    relay = Relay.to(redis.port());
    store = budgeted(redis.uri());
  }

  @AfterEach
  void stop() {
    store.close();
    relay.close();
    redis.close();
  }

  private BudgetedStore budgeted(String uri) {
    return new BudgetedStore(
        new RedisSessionStore(RedisStores.settings(uri, false), BUDGET, clock), BUDGET);
  }

  private void useRelay() {
    store.close();
    store = budgeted("redis://127.0.0.1:" + relay.port());
  }

  private SessionRecord login() {
    return Records.login("alice", clock.instant());
  }

  private SessionRecord kept() {
    SessionRecord record = login();
    assertThat(store.create(record)).isTrue();
    return record;
  }

  private static void assertUnavailable(ThrowingCallable call) {
    long start = System.nanoTime();
    assertThatThrownBy(call).isInstanceOf(StoreUnavailableException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BUDGET.plus(DELAY));
  }

  /** Asks until it answers, which must be soon. */
  private void assertRecovers(String id) throws InterruptedException {
    assertThat(Await.atMost(RECOVERY).until(() -> answers(id))).isTrue();
  }

  private boolean answers(String id) {
    try {
      store.find(id);
      return true;
    } catch (StoreUnavailableException notYet) {
      return false;
    }
  }

  @Test
  void server_thatHangs_isUnavailableWithinTheBudget_andRecovers() throws InterruptedException {
    SessionRecord record = kept();
    redis.suspend();
    for (int i = 0; i < 2; i++) {
      assertUnavailable(() -> store.find(record.id()));
      assertUnavailable(() -> store.create(login()));
    }

    redis.resume();
    assertRecovers(record.id());
    assertThat(store.find(record.id())).isEqualTo(record);
  }

  @Test
  void server_killedAndBackEmpty_hasNoSessions_andRecovers() throws InterruptedException {
    SessionRecord record = kept();
    redis.kill();
    assertUnavailable(() -> store.find(record.id()));
    assertUnavailable(() -> store.create(login()));

    redis.restart();
    assertRecovers(record.id());
    assertThat(store.find(record.id())).isNull();
    assertThat(store.findByCaller("alice")).isEmpty();
    kept();
  }

  @Test
  void server_thatBecameAReplica_isUnavailable_untilItIsAMasterAgain() throws InterruptedException {
    SessionRecord record = kept();
    redis.command("REPLICAOF", "127.0.0.1", Integer.toString(FreePort.any()));

    assertUnavailable(() -> store.create(login()));
    assertUnavailable(() -> store.find(record.id()));

    redis.command("REPLICAOF", "NO", "ONE");
    assertRecovers(record.id());
    assertThat(store.find(record.id())).isEqualTo(record);
    kept();
  }

  @Test
  void server_outOfMemory_refusesLoginsOnly() {
    SessionRecord record = kept();
    SessionRecord other = kept();
    SessionRecord seen = record.seen(clock.instant());
    redis.command("CONFIG", "SET", "maxmemory", "1");

    assertUnavailable(() -> store.create(login()));
    assertThat(store.find(record.id())).isEqualTo(record);
    assertThat(store.replace(seen)).isTrue();
    End end = Ends.byAdministrator(clock);
    assertThat(store.replace(seen.ended(end))).isTrue();
    assertThat(store.endByCaller("alice", end))
        .extracting(SessionRecord::id)
        .containsExactly(other.id());
    assertThat(Ending.allBefore(store, clock.instant(), end)).isEmpty();

    redis.command("CONFIG", "SET", "maxmemory", "0");
    clock.advance(Duration.ofSeconds(1));
    kept();
  }

  @Test
  void server_withoutTheReplicasItWants_isUnavailableForChanges() {
    SessionRecord record = kept();
    redis.command("CONFIG", "SET", "min-replicas-to-write", "1");

    assertUnavailable(() -> store.replace(record.seen(clock.instant())));
    redis.command("CONFIG", "SET", "min-replicas-to-write", "0");
    assertThat(store.replace(record.seen(clock.instant()))).isTrue();
  }

  @Test
  void connections_thatWereDropped_areNotNoticedByAReader() {
    useRelay();
    SessionRecord record = kept();
    relay.cut();

    assertThat(store.find(record.id())).isEqualTo(record);
    kept();
  }

  @Test
  void change_whoseAnswerIsLost_isUnavailableAndNotMadeTwice() {
    useRelay();
    SessionRecord record = kept().seen(clock.instant());
    assertThat(store.replace(record)).isTrue();
    SessionRecord next = record.seen(clock.instant().plusSeconds(1));
    int before = relay.roundTrips();
    relay.loseAnAnswer();

    assertUnavailable(() -> store.replace(next));
    assertThat(relay.roundTrips()).isEqualTo(before + 1);
    assertThat(store.find(record.id())).isEqualTo(next);
  }

  @Test
  void read_whoseAnswerIsLost_isAskedAgain() {
    useRelay();
    SessionRecord record = kept();
    relay.loseAnAnswer();

    assertThat(store.find(record.id())).isEqualTo(record);
  }

  @Test
  void network_thatFallsSilent_isUnavailable_andRecovers() throws InterruptedException {
    useRelay();
    SessionRecord record = kept();
    relay.fallSilent();
    assertUnavailable(() -> store.find(record.id()));

    relay.speakAgain();
    assertRecovers(record.id());
    assertThat(store.find(record.id())).isEqualTo(record);
  }

  @Test
  void close_whileItHangs_doesNotHang() {
    kept();
    redis.suspend();
    assertUnavailable(() -> store.find("any"));
    long start = System.nanoTime();
    store.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BUDGET);
    redis.resume();
  }
}
