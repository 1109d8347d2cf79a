package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.End;
import dev.cloakroom.store.Ending;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.RedisProcess;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Connection;

/** What nobody of us has written, and what was written only in part. */
class RedisDamageTest {
  private static final KeyNames KEYS = new KeyNames("cloakroom:");

  private final RedisProcess redis = RedisProcess.shared();
  private final ManualClock clock = ManualClock.atNoon();
  private final RedisNodes nodes = new RedisNodes(clock);
  private RedisSessionStore store;

  @BeforeEach
  void emptyStore() {
    store = nodes.open();
  }

  @AfterEach
  void closeStore() {
    nodes.close();
  }

  private SessionRecord kept() {
    SessionRecord record = Records.login("alice", clock.instant());
    assertThat(store.create(record)).isTrue();
    return record;
  }

  private End endNow() {
    return Ends.byAdministrator(clock);
  }

  private boolean isLive(SessionRecord record) {
    SessionRecord found = store.find(record.id());
    return found != null && found.isLiveAt(clock.instant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1 2 3",
        "1 2 3 - ",
        "1 2 3 - body",
        "x 2 3 - body",
        "1 1795176000000 9795176000000 - body",
        "1 2 3 NO_SUCH_REASON:4 body",
        "99999999999999999999 2 3 - body"
      })
  void record_damaged_isNoSessionAndHarmsNoOther(String value) {
    SessionRecord damaged = kept();
    SessionRecord whole = kept();
    redis.command("SET", KEYS.session(damaged.id()), value, "KEEPTTL");

    assertNoSession(damaged, whole);
  }

  @Test
  void record_ofAnotherType_isNoSessionAndHarmsNoOther() {
    SessionRecord damaged = kept();
    SessionRecord whole = kept();
    redis.command("DEL", KEYS.session(damaged.id()));
    redis.command("HSET", KEYS.session(damaged.id()), "v", "1");

    assertNoSession(damaged, whole);
    assertThat(store.replace(damaged.seen(clock.instant()))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "x 2 3 - body"})
  void record_withoutAVersion_isNotReplaced(String value) {
    SessionRecord damaged = kept();
    redis.command("SET", KEYS.session(damaged.id()), value, "KEEPTTL");

    assertThat(store.replace(damaged.seen(clock.instant()))).isFalse();
  }

  private void assertNoSession(SessionRecord damaged, SessionRecord whole) {
    assertThat(store.find(damaged.id())).isNull();
    assertThat(store.create(damaged)).isFalse();
    assertThat(isLive(whole)).isTrue();
    assertThat(store.findByCaller("alice")).containsExactly(whole);
    clock.advance(Duration.ofSeconds(1));
    assertThat(store.endByCaller("alice", endNow()))
        .extracting(SessionRecord::id)
        .containsExactly(whole.id());
    assertThat(Ending.allBefore(store, clock.instant(), endNow())).isEmpty();
  }

  /** As if the node had died after the first of its round trips. */
  private void markAllOnly() {
    EndOfAll end = new EndOfAll(KEYS, clock.instant(), endNow());
    try (var connection = new Connection("127.0.0.1", redis.port())) {
      end.mark(connection, "100000");
    }
  }

  @Test
  @Tag("S10")
  void endBefore_brokenOffAfterTheMark_hasEndedAllTheSame() {
    SessionRecord older = kept();
    clock.advance(Duration.ofSeconds(1));
    SessionRecord newer = kept();
    markAllOnly();

    SessionRecord found = Objects.requireNonNull(store.find(older.id()));
    assertThat(found.end()).isEqualTo(endNow());
    assertThat(store.replace(older.seen(clock.instant()))).isFalse();
    assertThat(isLive(newer)).isTrue();
    assertThat(store.findByCaller("alice")).containsExactlyInAnyOrder(found, newer);
    assertThat(store.endByCaller("alice", endNow()))
        .extracting(SessionRecord::id)
        .containsExactly(newer.id());
  }

  @Test
  @Tag("S10")
  void endBefore_askedAgain_goesOnWhereItWasBrokenOff() {
    SessionRecord older = kept();
    clock.advance(Duration.ofSeconds(1));
    markAllOnly();

    assertThat(Ending.allBefore(store, clock.instant(), endNow()))
        .extracting(SessionRecord::id)
        .containsExactly(older.id());
  }

  @Test
  @Tag("S10")
  void endBefore_anEarlierMoment_leavesTheLaterOneInForce() {
    clock.advance(Duration.ofSeconds(10));
    SessionRecord underWay = Records.login("alice", clock.instant());
    clock.advance(Duration.ofSeconds(1));
    Ending.allBefore(store, clock.instant(), endNow());
    Ending.allBefore(store, clock.instant().minusSeconds(10), endNow());

    assertThat(store.create(underWay)).isFalse();
    assertThat(store.create(Records.login("alice", clock.instant()))).isTrue();
  }

  @Test
  void markOfAll_damaged_letsNobodyIn() {
    SessionRecord record = kept();
    redis.command("SET", KEYS.markOfAll(), "x");
    assertThatThrownBy(() -> store.find(record.id()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(this::kept).isInstanceOf(StoreUnavailableException.class);

    redis.command("DEL", KEYS.markOfAll());
    assertThat(isLive(record)).isTrue();
  }
}
