package dev.cloakroom.store.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.RemovalListener;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers which records this node was told of as changed, and since when it was told of all. Safe
 * for use by several threads.
 */
final class ToldChanges implements ChangeListener {
  /** How long a change is remembered; nothing can be known of a longer time. */
  static final Duration MEMORY = Duration.ofMinutes(70);

  private static final int MOST = 100_000;

  private final LongSupplier nanoTime;
  private final Cache<String, Long> versions;
  private volatile boolean connected;
  private volatile long completeSince;

  ToldChanges(LongSupplier nanoTime) {
    this(nanoTime, MOST);
  }

  ToldChanges(LongSupplier nanoTime, int most) {
    this.nanoTime = nanoTime;
    RemovalListener<String, Long> forgotten =
        (id, version, cause) -> {
          if (cause == RemovalCause.SIZE) {
            restart();
          }
        };
    this.versions =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterWrite(MEMORY)
            .ticker(nanoTime::getAsLong)
            .executor(Runnable::run)
            .evictionListener(forgotten)
            .build();
  }

  boolean isKnownUnchanged(String id, long version, Duration within) {
    if (!connected
        || within.compareTo(MEMORY) > 0
        || nanoTime.getAsLong() - completeSince < within.toNanos()) {
      return false;
    }
    Long told = versions.getIfPresent(id);
    // Asked again: the channel may have broken between.
    return (told == null || told <= version) && connected;
  }

  @Override
  public void connected() {
    restart();
    connected = true;
  }

  @Override
  public void disconnected() {
    connected = false;
  }

  @Override
  public void changed(String id, long version) {
    versions.asMap().merge(id, version, Math::max);
  }

  @Override
  public void everythingChanged() {
    restart();
  }

  private void restart() {
    completeSince = nanoTime.getAsLong();
  }
}
