package dev.cloakroom.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cloakroom.config.Network;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Encrypted tokens that were not taken, by the network that they came from. Each has cost an
 * operation by a private key, and anybody can make as many as they like; after some of them no more
 * are decrypted for a while that come from there. Tokens that were taken are known, and are served
 * all the same. What the application itself shows comes from nowhere, and is not counted.
 * Thread-safe.
 */
final class FutileDecryptions {
  private static final Duration WHILE = Duration.ofSeconds(10);
  private static final int MOST = 50;
  private static final int MAX_REMEMBERED = 10_000;

  private final Cache<String, Integer> counted;

  FutileDecryptions(Clock clock) {
    counted =
        Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(WHILE)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  /** Whether so many have come from the network of an address that no more are decrypted now. */
  boolean areTooMany(String address) {
    Integer before = address.isEmpty() ? null : counted.getIfPresent(Network.of(address));
    return before != null && before >= MOST;
  }

  /** Counts one more. */
  void count(String address) {
    if (!address.isEmpty()) {
      counted.asMap().merge(Network.of(address), 1, Integer::sum);
    }
  }
}
