package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.Ending;
import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.OneTimeRecords.Most;
import dev.cloakroom.store.Records;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.RedisProcess;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a store gets into a Redis that asks for a password. */
class RedisLoginTest {
  private static RedisProcess redis;

  private final ManualClock clock = ManualClock.atNoon();

  @BeforeAll
  static void start() {
    redis = RedisProcess.start();
    redis.command("ACL", rights("shop"));
    redis.command("ACL", Stream.concat(Stream.of(rights("old")), Stream.of("-publish")).toArray());
    redis.command("CONFIG", "SET", "requirepass", "other");
  }

  /** Those that the documentation asks for. */
  private static Object[] rights(String user) {
    return ("SETUSER "
            + user
            + " on >p@ss:word ~{cloakroom:}* resetchannels &__redis__:invalidate"
            + " &{cloakroom:}changes -@all +select +ping +info +client|id +client|setname"
            + " +client|tracking +subscribe +publish +evalsha +eval +mget +get +set +exists +del +pttl"
            + " +pexpire +zadd +zrem +zrange +zremrangebyscore +scan")
        .split(" ");
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private String uri(String login) {
    return "redis://" + login + "127.0.0.1:" + redis.port() + "/3";
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop:p%40ss%3Aword@", ":other@", "default:other@"})
  void login_thatIsRight_getsIn(String login) {
    try (RedisSessionStore store = RedisStores.at(uri(login), clock)) {
      var record = Records.login("alice", clock.instant());
      assertThat(store.create(record)).isTrue();
      assertThat(store.find(record.id())).isEqualTo(record);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop:wrong@", ":wrong@", ""})
  void login_thatIsWrong_isUnavailableAndNotShown(String login) {
    try (RedisSessionStore store = RedisStores.at(uri(login), clock)) {
      assertThatThrownBy(() -> store.find("any"))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageNotContaining("wrong@")
          .hasMessageNotContaining(":wrong");
    }
  }

  @Test
  void userWithTheRightsNeeded_canDoEverything_andHearsOfChanges() {
    WatchedNode node = new WatchedNode(uri("shop:p%40ss%3Aword@").replace("/3", "/5"), clock);
    try (var cache = node.cache()) {
      var record = Records.login("bob", clock.instant());
      assertThat(cache.create(record)).isTrue();
      node.await(record.id());
      assertThat(cache.replace(record.seen(clock.instant()))).isTrue();
      assertThat(cache.findByCaller("bob")).hasSize(1);
      assertThat(
              Ending.allBefore(cache, clock.instant().plusSeconds(1), Ends.byAdministrator(clock)))
          .hasSize(1);
      assertThat(cache.endByCaller("bob", Ends.byAdministrator(clock))).isEmpty();
      canUseOnce(cache.oneTime());
    }
  }

  private void canUseOnce(OneTimeRecords records) {
    var until = clock.instant().plusSeconds(60);
    var record = new OneTimeRecord("x".repeat(22), "bob", "reset", "-", until, "proof");
    records.keep(record, new Most(1, 1));
    assertThat(records.remove(record)).isTrue();
    records.keep(record, new Most(1, 1));
    assertThat(records.removeAll("bob")).isOne();
  }

  /** Such as a user of before changes were published. */
  @Test
  void userWithoutTheRightToPublish_isRefused_andNothingChanges() {
    try (RedisSessionStore old = RedisStores.at(uri("old:p%40ss%3Aword@"), clock);
        RedisSessionStore other = RedisStores.at(uri(":other@"), clock)) {
      var record = Records.login("dora", clock.instant());
      assertThat(other.create(record)).isTrue();
      var next = record.ended(Ends.byAdministrator(clock));

      assertThatThrownBy(() -> old.replace(next))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("script");
      assertThatThrownBy(() -> old.create(Records.login("dora", clock.instant())))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(other.findByCaller("dora")).containsExactly(record);
      assertThat(other.replace(next)).isTrue();
    }
  }

  @Test
  void database_thatIsNamed_isTheOneUsed() {
    var record = Records.login("carol", clock.instant());
    try (RedisSessionStore store = RedisStores.at(uri(":other@"), clock);
        RedisSessionStore elsewhere = RedisStores.at(uri(":other@").replace("/3", "/4"), clock)) {
      assertThat(store.create(record)).isTrue();
      assertThat(elsewhere.find(record.id())).isNull();
      assertThat(store.find(record.id())).isEqualTo(record);
    }
  }
}
