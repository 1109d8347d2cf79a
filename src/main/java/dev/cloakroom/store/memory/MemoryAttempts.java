package dev.cloakroom.store.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cloakroom.store.AttemptCount;
import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.AttemptLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Counters in this server's memory. Their number is bounded: of more, some go. Those for which
 * somebody waits are kept apart, so that names which somebody makes up, and tries once or twice,
 * push out each other and no wait.
 *
 * <p>Safe for use by several threads: one lock, since an attempt is counted under several keys or
 * none, and takes less time here than anything that is done with it.
 */
final class MemoryAttempts implements AttemptCounters {
  private static final int MOST = 100_000;

  private final Clock clock;
  private final Cache<String, AttemptCount> counts;
  private final Cache<String, AttemptCount> waits;

  /** No attempts yet. */
  MemoryAttempts(Clock clock) {
    this.clock = clock;
    this.counts = bounded(clock);
    this.waits = bounded(clock);
  }

  private static Cache<String, AttemptCount> bounded(Clock clock) {
    return Caffeine.newBuilder()
        .maximumWeight(MOST)
        .weigher((String key, AttemptCount count) -> 1)
        .expireAfter(UntilMoment.<AttemptCount>of(AttemptCount::keptUntil))
        .ticker(() -> UntilMoment.nanos(clock.millis()))
        .executor(Runnable::run)
        .build();
  }

  @Override
  public synchronized Duration count(List<AttemptLimit> limits) {
    Instant now = clock.instant();
    Duration wait =
        limits.stream()
            .map(limit -> found(limit).waitAt(now))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    if (wait.isZero()) {
      limits.forEach(limit -> keep(limit, found(limit).plusOne(limit.rule(), now)));
    }
    return wait;
  }

  @Override
  public synchronized void takeBack(List<AttemptLimit> limits) {
    limits.forEach(limit -> keep(limit, found(limit).minusOne()));
  }

  private AttemptCount found(AttemptLimit limit) {
    AttemptCount waiting = waits.getIfPresent(limit.key());
    AttemptCount found = waiting == null ? counts.getIfPresent(limit.key()) : waiting;
    return found == null ? AttemptCount.NONE : found;
  }

  private void keep(AttemptLimit limit, AttemptCount count) {
    boolean isWait = count.waitUntil().isAfter(Instant.EPOCH);
    (isWait ? counts : waits).invalidate(limit.key());
    (isWait ? waits : counts).put(limit.key(), count);
  }

  /** How many counters there are; for tests. */
  long size() {
    counts.cleanUp();
    waits.cleanUp();
    return counts.estimatedSize() + waits.estimatedSize();
  }
}
