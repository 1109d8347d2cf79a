package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.config.RedisUri;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.CannedServer;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.RedisProcess;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisException;

/** What sentinels are asked; {@link RedisTopologyTest} has a real one. */
class SentinelsTest {
  private volatile String answer = address(1);
  private final AtomicBoolean guarded = new AtomicBoolean();
  private final CannedServer sentinel = CannedServer.answering(this::answer);

  @AfterEach
  void close() {
    sentinel.close();
  }

  private static String address(int port) {
    String digits = Integer.toString(port);
    return "*2\r\n$9\r\n127.0.0.1\r\n$%d\r\n%s".formatted(digits.length(), digits);
  }

  private String answer(String command) {
    return switch (command) {
      case "AUTH" -> {
        guarded.set(false);
        yield "+OK";
      }
      case "SENTINEL" -> guarded.get() ? "-NOAUTH Authentication required." : answer;
      default -> "+OK";
    };
  }

  private String uri(String login) {
    return sentinel.uri().replace("redis://", "redis-sentinel://" + login) + "?master=sessions";
  }

  private Sentinels sentinels(String login) {
    return of(uri(login));
  }

  private static Sentinels of(String uri) {
    RedisUri parsed = RedisUri.parse(uri).orElseThrow();
    return new Sentinels(new Dialing(parsed, RedisStores.TIMEOUT), "sessions");
  }

  @Test
  void hasMovedFrom_anotherMasterIsNamed_isTrue() {
    try (Sentinels sentinels = sentinels("")) {
      HostAndPort first = sentinels.locate();
      assertThat(sentinels.hasMovedFrom(first)).isFalse();

      answer = address(2);
      assertThat(sentinels.hasMovedFrom(first)).isTrue();
      assertThat(sentinels.locate()).isEqualTo(new HostAndPort("127.0.0.1", 2));
    }
  }

  @Test
  void hasMovedFrom_noMasterIsNamed_isFalse() {
    try (Sentinels sentinels = sentinels("")) {
      HostAndPort first = sentinels.locate();
      answer = "*-1";

      assertThat(sentinels.hasMovedFrom(first)).isFalse();
    }
  }

  /** One that was started again is asked again, on a new connection. */
  @Test
  void hasMovedFrom_connectionToTheSentinelIsGone_isAskedAnew() {
    Sentinels sentinels = sentinels("");
    HostAndPort first = sentinels.locate();
    sentinels.close();
    assertThat(sentinels.hasMovedFrom(first)).isFalse();
    sentinels.close();
    answer = address(2);
    assertThat(sentinels.hasMovedFrom(first)).isTrue();
    sentinels.close();
  }

  /** As one that lost its configuration: the next one is asked. */
  @Test
  void hasMovedFrom_sentinelKnowsNoMaster_isAskedOfAnother() {
    HostAndPort first = new HostAndPort("127.0.0.1", 1);
    try (CannedServer forgetful = CannedServer.answering(command -> "*-1");
        Sentinels sentinels = sentinelsBeside(forgetful)) {
      answer = address(2);

      List<Boolean> asked = Stream.generate(() -> sentinels.hasMovedFrom(first)).limit(3).toList();
      assertThat(asked).containsExactly(false, true, true);
    }
  }

  private Sentinels sentinelsBeside(CannedServer other) {
    String hosts = sentinel.uri() + "," + other.uri().replace("redis://", "");
    return of(hosts.replace("redis://", "redis-sentinel://") + "?master=sessions");
  }

  @Test
  void locate_sentinelAsksForAPassword_isGivenIt() {
    guarded.set(true);
    try (Sentinels sentinels = sentinels(":secret@")) {
      assertThat(sentinels.locate()).isEqualTo(new HostAndPort("127.0.0.1", 1));
    }
  }

  @Test
  void locate_sentinelAsksForAPasswordThatThereIsNot_fails() {
    guarded.set(true);
    try (Sentinels sentinels = sentinels("")) {
      assertThatThrownBy(sentinels::locate).isInstanceOf(JedisException.class);
    }
  }

  /** As when a master is cut off from its sentinels, but not from the application. */
  @Test
  void store_whoseMasterLives_followsTheSentinelsToAnotherOne() {
    ManualClock clock = ManualClock.atNoon();
    try (RedisProcess first = RedisProcess.start();
        RedisProcess second = RedisProcess.start()) {
      answer = address(first.port());
      WatchedNode node = new WatchedNode(uri(""), clock);
      try (var cache = node.cache()) {
        assertThat(cache.create(Records.login("alice", clock.instant()))).isTrue();
        answer = address(second.port());
        node.await(WatchedNode.DISCONNECTED);
        node.await(WatchedNode.CONNECTED);

        SessionRecord record = Records.login("alice", clock.instant());
        assertThat(cache.create(record)).isTrue();
        node.await(record.id());
        assertThat(second.command("DBSIZE")).isEqualTo(2L);
        assertThat(cache.findByCaller("alice")).containsExactly(record);
      }
    }
  }
}
