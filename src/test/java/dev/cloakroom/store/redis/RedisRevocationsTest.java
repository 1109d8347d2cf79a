package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.RevocationsContract;
import dev.cloakroom.testing.RedisProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RedisRevocationsTest extends RevocationsContract {
  private final RedisNodes nodes = new RedisNodes(clock);

  @Override
  protected Revocations revocations() {
    return nodes.open().revocations();
  }

  @AfterEach
  void closeNodes() {
    nodes.close();
  }

  private static Instant known(WatchedNode node, String key) {
    return node.cache().revocations().of(List.of(key)).get(0);
  }

  @Test
  void revoke_always_hasATimeToLive() {
    Instant now = clock.instant();
    revocations().revoke("r:t:ttl", now, now.plus(Duration.ofMinutes(5)));

    Object left = RedisProcess.shared().command("TTL", "{cloakroom:}r:t:ttl");
    assertThat((Long) Objects.requireNonNull(left)).isBetween(280L, 300L);
  }

  @Test
  @Tag("J21")
  void revoke_elsewhere_isToldToANodeThatKnewOfNothing() {
    String uri = "redis://127.0.0.1:" + RedisProcess.shared().port();
    try (WatchedNode here = new WatchedNode(uri, clock)) {
      assertThat(known(here, "r:t:told")).isEqualTo(Revocations.NEVER);

      Instant now = clock.instant();
      revocations().revoke("r:t:told", now, now.plus(Duration.ofMinutes(5)));
      here.await("r:t:told");

      assertThat(known(here, "r:t:told")).isEqualTo(now);
    }
  }
}
