package dev.cloakroom.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.cloakroom.issuer.ForeignIssuer.Genuine;
import dev.cloakroom.token.TokenWeight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The tokens that were proven genuine lately. Bounded in bytes; a token stays until its time is
 * over or room is needed, those in use the longest. Found by its whole text, so that nothing but
 * the very token that was verified is ever found. Tokens that are not genuine are never kept.
 * Thread-safe.
 */
final class KnownTokens {
  private static final Duration KEPT_AT_LEAST = Duration.ofSeconds(10);

  private final Cache<String, Genuine> genuine;

  /**
   * Keeps nothing yet.
   *
   * @param maximumBytes how much memory to take at most, about; 0 keeps none
   */
  KnownTokens(Clock clock, long maximumBytes) {
    this.genuine =
        Caffeine.newBuilder()
            .maximumWeight(maximumBytes)
            .weigher((String text, Genuine token) -> TokenWeight.of(text))
            .expireAfter(
                Expiry.<String, Genuine>creating(
                    (text, token) -> lifetime(clock.instant(), token.timed().until())))
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

  Optional<Genuine> find(String text) {
    return Optional.ofNullable(genuine.getIfPresent(text));
  }

  void keep(String text, Genuine token) {
    genuine.put(text, token);
  }

  /** How many are kept, once what is over or too much has gone. */
  long size() {
    genuine.cleanUp();
    return genuine.estimatedSize();
  }
}
