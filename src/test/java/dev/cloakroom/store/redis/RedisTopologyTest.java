package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.Ending;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.FreePort;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.RedisProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.util.JedisClusterCRC16;
import redis.clients.jedis.util.SafeEncoder;

/** Several servers that belong together: sentinels and a cluster, real ones. */
class RedisTopologyTest {
  private static final Duration FAILOVER = Duration.ofSeconds(30);
  private static final int SLOTS = 16_384;

  private final ManualClock clock = ManualClock.atNoon();
  private final List<RedisProcess> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(RedisProcess::close);
  }

  private RedisProcess started(RedisProcess process) {
    started.add(process);
    return process;
  }

  private static void await(Await.Question<Boolean, RuntimeException> isSo)
      throws InterruptedException {
    assertThat(Await.atMost(FAILOVER).until(isSo)).isTrue();
  }

  private static boolean answers(RedisSessionStore store) {
    try {
      store.find("any");
      return true;
    } catch (StoreUnavailableException notYet) {
      return false;
    }
  }

  private SessionRecord login() {
    return Records.login("alice", clock.instant());
  }

  private static String sentinelUri(RedisProcess sentinel) {
    int nobody = FreePort.any();
    return "redis-sentinel://127.0.0.1:%d,127.0.0.1:%d?master=sessions"
        .formatted(nobody, sentinel.port());
  }

  @Test
  @Tag("S7")
  void sentinel_masterIsLost_theNewOneIsFollowed(@TempDir Path folder) throws Exception {
    RedisProcess master = started(RedisProcess.start());
    String port = Integer.toString(master.port());
    RedisProcess replica = started(RedisProcess.start("--replicaof", "127.0.0.1", port));
    await(() -> replica.info("master_link_status").equals("up"));
    RedisProcess sentinel = started(RedisProcess.startSentinel(master, folder));
    await(() -> sentinel.info("master0").contains("slaves=1"));
    SessionRecord record = login();
    WatchedNode node = new WatchedNode(sentinelUri(sentinel), clock);
    try (var cache = node.cache();
        RedisSessionStore store = RedisStores.at(sentinelUri(sentinel), clock)) {
      assertThat(store.create(record)).isTrue();
      node.await(record.id());
      master.command("WAIT", "1", "5000");
      master.kill();

      node.await(WatchedNode.DISCONNECTED);
      await(() -> answers(store));
      node.await(WatchedNode.CONNECTED);
      assertThat(store.find(record.id())).isEqualTo(record);
      SessionRecord later = login();
      assertThat(store.create(later)).isTrue();
      node.await(later.id());
      assertThat(cache.find(later.id())).isEqualTo(later);
      assertThat(replica.info("role")).isEqualTo("master");
    }
  }

  @Test
  void sentinel_thatDoesNotKnowTheMaster_isUnavailable(@TempDir Path folder) throws IOException {
    RedisProcess master = started(RedisProcess.start());
    RedisProcess sentinel = started(RedisProcess.startSentinel(master, folder));
    String uri = sentinelUri(sentinel);
    try (RedisSessionStore store = RedisStores.at(uri.replace("=sessions", "=other"), clock);
        RedisSessionStore right = RedisStores.at(uri, clock)) {
      assertThatThrownBy(() -> store.find("any"))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("no sentinel knows of other");
      assertThat(right.create(login())).isTrue();
    }
  }

  private RedisProcess clusterNode(Path file) {
    return started(
        RedisProcess.startAt(
            FreePort.ofClusterNode(),
            "--cluster-enabled",
            "yes",
            "--cluster-config-file",
            file.toString()));
  }

  private static void addAllSlots(RedisProcess node) {
    Object[] slots = new Object[SLOTS + 1];
    slots[0] = "ADDSLOTS";
    for (int slot = 0; slot < SLOTS; slot++) {
      slots[slot + 1] = Integer.toString(slot);
    }
    node.command("CLUSTER", slots);
  }

  private static boolean isWhole(RedisProcess node) {
    return text(node.command("CLUSTER", "INFO")).contains("cluster_state:ok");
  }

  private static String text(@Nullable Object answer) {
    return SafeEncoder.encode((byte[]) Objects.requireNonNull(answer));
  }

  @Test
  void cluster_slotMovesToAnotherNode_isFollowedWithoutAnError_alsoByANodeThatAsksNothing(
      @TempDir Path folder) throws InterruptedException {
    RedisProcess first = clusterNode(folder.resolve("first.conf"));
    RedisProcess second = clusterNode(folder.resolve("second.conf"));
    addAllSlots(first);
    second.command("CLUSTER", "MEET", "127.0.0.1", Integer.toString(first.port()));
    await(() -> isWhole(first) && isWhole(second));
    String uri = "redis-cluster://127.0.0.1:" + second.port();
    WatchedNode node = new WatchedNode(uri, clock);
    try (var cache = node.cache();
        RedisSessionStore store = RedisStores.at(uri, clock)) {
      SessionRecord record = login();
      assertThat(store.create(record)).isTrue();
      assertThat(store.find(record.id())).isEqualTo(record);
      assertThat(
              Ending.allBefore(store, clock.instant().plusSeconds(1), Ends.byAdministrator(clock)))
          .hasSize(1);
      first.command("FLUSHALL");
      moveSlot(first, second);

      SessionRecord moved = login();
      assertThat(store.create(moved)).isTrue();
      assertThat(second.command("DBSIZE")).isEqualTo(2L);
      node.await(WatchedNode.DISCONNECTED);
      node.await(WatchedNode.CONNECTED);
      assertThat(cache.find(moved.id())).isEqualTo(moved);
      assertThat(store.replace(moved.seen(clock.instant()))).isTrue();
      node.await(moved.id());
    }
  }

  @Test
  @Tag("S7")
  void cluster_masterIsLost_theReplicaThatTakesOverIsFollowed(@TempDir Path folder)
      throws InterruptedException {
    RedisProcess master = clusterNode(folder.resolve("master.conf"));
    RedisProcess replica = clusterNode(folder.resolve("replica.conf"));
    addAllSlots(master);
    replica.command("CLUSTER", "MEET", "127.0.0.1", Integer.toString(master.port()));
    await(() -> isWhole(master) && isWhole(replica));
    replica.command("CLUSTER", "REPLICATE", text(master.command("CLUSTER", "MYID")));
    await(() -> replica.info("master_link_status").equals("up"));
    String uri =
        "redis-cluster://127.0.0.1:%d,127.0.0.1:%d".formatted(master.port(), replica.port());
    WatchedNode node = new WatchedNode(uri, clock);
    try (var cache = node.cache();
        RedisSessionStore store = RedisStores.at(uri, clock)) {
      SessionRecord record = login();
      assertThat(store.create(record)).isTrue();
      node.await(record.id());
      master.command("WAIT", "1", "5000");
      master.kill();
      replica.command("CLUSTER", "FAILOVER", "TAKEOVER");

      node.await(WatchedNode.DISCONNECTED);
      node.await(WatchedNode.CONNECTED);
      await(() -> answers(store));
      assertThat(cache.find(record.id())).isEqualTo(record);
      assertThat(store.replace(record.seen(clock.instant()))).isTrue();
      node.await(record.id());
    }
  }

  private static void moveSlot(RedisProcess from, RedisProcess to) {
    String slot = Integer.toString(JedisClusterCRC16.getSlot("{cloakroom:}"));
    String id = text(to.command("CLUSTER", "MYID"));
    to.command("CLUSTER", "SETSLOT", slot, "NODE", id);
    from.command("CLUSTER", "SETSLOT", slot, "NODE", id);
  }
}
