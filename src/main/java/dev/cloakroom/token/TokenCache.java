package dev.cloakroom.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of tokens that were proven genuine lately. Bounded in bytes; of a token it is kept
 * until its time is over or room is needed, of those in use the longest. Found by the whole text,
 * so that nothing but the very token that was verified is ever found. Keep nothing of tokens that
 * are not genuine: a forger could fill the memory with them. Thread-safe.
 *
 * @param <V> what is known of one
 */
public final class TokenCache<V> {
  private static final Duration KEPT_AT_LEAST = Duration.ofSeconds(10);

  private final Cache<String, V> known;

  /**
   * Keeps nothing yet.
   *
   * @param maximumBytes how much memory to take at most, about; 0 keeps none
   * @param until when the token is no longer taken of which this is known
   */
  public TokenCache(Clock clock, long maximumBytes, Function<V, Instant> until) {
    this(clock, maximumBytes, until, (text, of) -> TokenWeight.of(text));
  }

  /**
   * The same where the text does not tell what is known of a token.
   *
   * @param weight in bytes, about, of a text and what is known
   */
  public TokenCache(
      Clock clock, long maximumBytes, Function<V, Instant> until, Weigher<String, V> weight) {
    this.known =
        Caffeine.newBuilder()
            .maximumWeight(maximumBytes)
            .weigher(weight)
            .expireAfter(
                Expiry.<String, V>creating(
                    (text, of) -> lifetime(clock.instant(), until.apply(of))))
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            // clean up where the work is: an application server's threads are not ours to take
            .executor(Runnable::run)
            .build();
  }

  /** Until a token is refused; one that comes too late is kept a while, lest it be repeated. */
  private static Duration lifetime(Instant now, Instant until) {
    Duration left = Duration.between(now, until);
    return left.compareTo(KEPT_AT_LEAST) < 0 ? KEPT_AT_LEAST : left;
  }

  /** What is known of a token; null if it has not come lately. */
  public @Nullable V find(String text) {
    return known.getIfPresent(text);
  }

  /** Keeps what is known of a genuine token. */
  public void keep(String text, V of) {
    known.put(text, of);
  }

  /** Keeps nothing more of a token that is none any longer. */
  public void forget(String text) {
    known.invalidate(text);
  }

  /** Of how many tokens something is kept, once what is over or too much has gone. */
  public long size() {
    known.cleanUp();
    return known.estimatedSize();
  }
}
