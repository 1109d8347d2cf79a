package dev.cloakroom.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.AttemptCountersContract;
import dev.cloakroom.store.AttemptLimit;
import dev.cloakroom.store.AttemptRule;
import dev.cloakroom.testing.RedisProcess;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisAttemptsTest extends AttemptCountersContract {
  private final RedisNodes nodes = new RedisNodes(clock);

  @Override
  protected AttemptCounters counters() {
    return nodes.open().attempts();
  }

  @AfterEach
  void closeNodes() {
    nodes.close();
  }

  @Test
  void count_always_givesTheCounterATimeToLive() {
    AttemptRule rule =
        new AttemptRule(2, Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofSeconds(10));
    List<AttemptLimit> limits = List.of(new AttemptLimit("ttl", rule));
    AttemptCounters counters = nodes.open().attempts();

    counters.count(limits);
    assertThat(secondsToLive()).isBetween(280L, 300L);
    counters.count(limits);
    assertThat(secondsToLive()).isBetween(290L, 310L);
    counters.takeBack(limits);
    assertThat(secondsToLive()).isBetween(290L, 310L);
  }

  private static long secondsToLive() {
    return (Long) Objects.requireNonNull(RedisProcess.shared().command("TTL", "{cloakroom:}a:ttl"));
  }
}
