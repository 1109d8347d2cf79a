package dev.cloakroom.store.memory;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Keeps a value until a moment that the value itself names. */
final class UntilMoment<V> implements Expiry<String, V> {

  private final Function<V, Instant> moment;

  private UntilMoment(Function<V, Instant> moment) {
    this.moment = moment;
  }

  static <V> UntilMoment<V> of(Function<V, Instant> moment) {
    return new UntilMoment<>(moment);
  }

  /** The reading of the cache's ticker at a moment given in milliseconds since the epoch. */
  static long nanos(long epochMillis) {
    return TimeUnit.MILLISECONDS.toNanos(epochMillis);
  }

  @Override
  public long expireAfterCreate(String key, V value, long currentTime) {
    return Math.max(0, nanos(moment.apply(value).toEpochMilli()) - currentTime);
  }

  @Override
  public long expireAfterUpdate(String key, V value, long currentTime, long currentDuration) {
    return expireAfterCreate(key, value, currentTime);
  }

  @Override
  public long expireAfterRead(String key, V value, long currentTime, long currentDuration) {
    return currentDuration;
  }
}
