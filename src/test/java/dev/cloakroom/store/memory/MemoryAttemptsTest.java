package dev.cloakroom.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.AttemptCountersContract;
import dev.cloakroom.store.AttemptLimit;
import dev.cloakroom.store.AttemptRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryAttemptsTest extends AttemptCountersContract {
  private static final AttemptRule RULE =
      new AttemptRule(5, Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(15));

  private final MemoryAttempts attempts = new MemoryAttempts(clock);

  @Override
  protected AttemptCounters counters() {
    return attempts;
  }

  private Duration tried(String key) {
    return attempts.count(List.of(new AttemptLimit(key, RULE)));
  }

  @Test
  @Tag("P1")
  @Tag("P10")
  void count_aMillionMadeUpNames_areBoundedAndPushOutNobodyWhoWaits() {
    for (int i = 0; i < 5; i++) {
      assertThat(tried("alice")).isZero();
    }
    for (int i = 0; i < 1_000_000; i++) {
      tried("made-up-" + i);
    }

    assertThat(attempts.size()).isLessThanOrEqualTo(100_001);
    assertThat(tried("alice")).isPositive();
  }

  @Test
  void count_whatIsOver_isGone() {
    for (int i = 0; i < 1_000; i++) {
      tried("made-up-" + i);
    }
    assertThat(attempts.size()).isEqualTo(1_000);
    clock.advance(Duration.ofHours(1));

    assertThat(attempts.size()).isZero();
  }
}
