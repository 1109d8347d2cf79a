package dev.cloakroom.store.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.store.SessionRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a copy of a record is used: never longer than the record itself can be read. */
final class CopyExpiry implements Expiry<String, SessionRecord> {
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Clock clock;
  private final Duration limit;

  private CopyExpiry(Clock clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * A cache without copies.
   *
   * @param nanoTime measures the age of copies; must not go back
   * @param pushed whether the store tells of changes; else copies are used for a limited time
   */
  static Cache<String, SessionRecord> copies(
      NearCacheSettings settings, Clock clock, LongSupplier nanoTime, boolean pushed) {
    return Caffeine.newBuilder()
        .maximumWeight(settings.maxSize())
        .weigher((String id, SessionRecord record) -> CopyWeight.of(record))
        .expireAfter(new CopyExpiry(clock, pushed ? LONGEST : settings.maxStaleness()))
        .ticker(nanoTime::getAsLong)
        .executor(Runnable::run)
        .build();
  }

  @Override
  public long expireAfterCreate(String id, SessionRecord record, long now) {
    Duration left = Duration.between(clock.instant(), record.keptUntil());
    if (left.isNegative()) {
      return 0;
    }
    return (left.compareTo(limit) < 0 ? left : limit).toNanos();
  }

  @Override
  public long expireAfterUpdate(String id, SessionRecord record, long now, long left) {
    return expireAfterCreate(id, record, now);
  }

  @Override
  public long expireAfterRead(String id, SessionRecord record, long now, long left) {
    return left;
  }
}
