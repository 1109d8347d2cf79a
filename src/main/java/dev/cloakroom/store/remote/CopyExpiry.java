package dev.cloakroom.store.remote;

import com.github.benmanes.caffeine.cache.Expiry;
import dev.cloakroom.store.SessionRecord;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a copy of a record is used: never longer than the record itself can be read. */
final class CopyExpiry implements Expiry<String, SessionRecord> {
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Clock clock;
  private final Duration limit;

  private CopyExpiry(Clock clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
  }

  /** That of a store that tells of changes; with a limit, of one that does not. */
  static CopyExpiry of(Clock clock, @Nullable Duration limit) {
    return new CopyExpiry(clock, limit == null ? LONGEST : limit);
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
