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
 * are decrypted for a while that come from there. Those of which nobody can tell count less: while
 * an issuer's keys cannot be had, honest ones are among them. Tokens that were taken are known, and
 * are served all the same. What the application itself shows comes from nowhere, and is not
 * counted. Thread-safe.
 */
final class FutileDecryptions {
  private static final Duration WHILE = Duration.ofSeconds(10);
  private static final int OF_UNDECIDED = 1;
  private static final int OF_REFUSED = 4;
  private static final int MOST = 50 * OF_REFUSED;
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

  /** Counts one more, by what it came to. */
  void count(String address, Outcome outcome) {
    if (!address.isEmpty() && !(outcome instanceof ForeignToken)) {
      int weight = outcome instanceof Refused ? OF_REFUSED : OF_UNDECIDED;
      counted.asMap().merge(Network.of(address), weight, Integer::sum);
    }
  }
}
