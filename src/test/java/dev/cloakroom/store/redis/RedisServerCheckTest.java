package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.remote.UnusableStoreException;
import dev.cloakroom.testing.CannedServer;
import dev.cloakroom.testing.FreePort;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.RedisProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which servers are trusted with sessions. */
class RedisServerCheckTest {
  private static RedisProcess redis;

  private final ManualClock clock = ManualClock.atNoon();

  @BeforeAll
  static void start() {
    redis = RedisProcess.start();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @AfterEach
  void forget() {
    redis.command("CONFIG", "SET", "maxmemory", "0");
    redis.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
  }

  private RedisSessionStore store(String uri) {
    return RedisStores.at(uri, clock);
  }

  private RedisSessionStore tolerant(String uri) {
    return new RedisSessionStore(RedisStores.settings(uri, true), RedisStores.TIMEOUT, clock);
  }

  private void evict(String policy) {
    redis.command("CONFIG", "SET", "maxmemory", "100mb");
    redis.command("CONFIG", "SET", "maxmemory-policy", policy);
  }

  private void assertWorks(RedisSessionStore store) {
    store.check();
    assertThat(store.create(Records.login("alice", clock.instant()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"allkeys-lru", "allkeys-lfu", "allkeys-random", "volatile-lru", "volatile-ttl"})
  void server_thatMayDropSessions_isRefused(String policy) {
    evict(policy);
    try (RedisSessionStore store = store(redis.uri())) {
      assertThatThrownBy(store::check)
          .isInstanceOf(UnusableStoreException.class)
          .hasMessageContaining("maxmemory-policy=" + policy)
          .hasMessageContaining("CONFIG SET maxmemory-policy noeviction")
          .hasMessageContaining("cloakroom.redis.allow-eviction=true");
      assertThatThrownBy(() -> store.find("any"))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("noeviction");

      evict("noeviction");
      assertWorks(store);
    }
  }

  @Test
  void server_thatMayDropSessions_isAcceptedWhereThatIsSaid() {
    evict("allkeys-lru");
    try (RedisSessionStore store = tolerant(redis.uri())) {
      assertWorks(store);
    }
  }

  @Test
  void server_withoutALimitOfMemory_isAcceptedWhateverItsPolicy() {
    redis.command("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
    try (RedisSessionStore store = store(redis.uri())) {
      assertWorks(store);
    }
  }

  @Test
  void server_thatDoesNotSay_isRefusedUnlessDroppingIsAccepted() {
    redis.command("ACL", "SETUSER", "app", "on", ">secret", "~*", "&*", "+@all", "-info");
    String uri = redis.uri().replace("redis://", "redis://app:secret@");
    try (RedisSessionStore store = store(uri);
        RedisSessionStore tolerant = tolerant(uri)) {
      assertThatThrownBy(store::check)
          .isInstanceOf(UnusableStoreException.class)
          .hasMessageContaining("+info")
          .hasMessageContaining("cloakroom.redis.allow-eviction=true")
          .hasMessageNotContaining("secret");
      assertWorks(tolerant);
    }
  }

  @Test
  void server_thatIsNotThere_isOnlyWarnedOf() {
    String nobody = "redis://127.0.0.1:" + FreePort.any();
    try (RedisSessionStore store = store(nobody)) {
      assertThatCode(store::check).doesNotThrowAnyException();
      assertThatThrownBy(() -> store.find("any")).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void server_thatIsTooOld_isRefused() {
    try (CannedServer old = server("redis_version:5.0.14");
        RedisSessionStore store = store(old.uri())) {
      assertThatThrownBy(store::check)
          .isInstanceOf(UnusableStoreException.class)
          .hasMessageContaining("has version 5.0.14")
          .hasMessageContaining("Redis 6 or later, or Valkey");
    }
  }

  @Test
  void server_thatIsNewEnough_isAccepted() {
    try (CannedServer valkey = server("redis_version:7.2.4\r\nvalkey_version:8.1.0");
        RedisSessionStore store = store(valkey.uri())) {
      store.check();
      assertThat(store.find("any")).isNull();
    }
  }

  private static CannedServer server(String info) {
    return server(info, "*2\r\n$-1\r\n$-1");
  }

  private static CannedServer server(String info, String answer) {
    return CannedServer.answering(
        command ->
            switch (command) {
              case "CLIENT" -> "+OK";
              case "INFO" -> CannedServer.text(info);
              default -> answer;
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOADING Redis is loading the dataset in memory",
        "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
        "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist",
        "NOAUTH Authentication required.",
        "CLUSTERDOWN The cluster is down",
        "READONLY You can't write against a read only replica.",
        "BUSY Redis is busy running a script.",
        "TRYAGAIN Multiple keys request during rehashing of slot",
        "ERR max number of clients reached"
      })
  void server_thatAnswersWithAnError_isUnavailable(String error) {
    try (CannedServer server = server("redis_version:6.2.0", "-" + error);
        RedisSessionStore store = store(server.uri())) {
      assertUnavailable(store, error);
    }
    try (CannedServer server = CannedServer.answering(command -> "-" + error);
        RedisSessionStore store = store(server.uri())) {
      assertUnavailable(store, error);
    }
  }

  private void assertUnavailable(RedisSessionStore store, String error) {
    assertThatCode(store::check).doesNotThrowAnyException();
    assertThatThrownBy(() -> store.find("any"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(error.substring(0, error.indexOf(' ')));
    assertThatThrownBy(() -> store.create(Records.login("alice", clock.instant())))
        .isInstanceOf(StoreUnavailableException.class);
  }
}
