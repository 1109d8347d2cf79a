package dev.cloakroom.identitystore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.cloakroom.issuer.ForeignToken;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.token.TokenWeight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The logins of the tokens of other issuers that came lately, by their whole text. Bounded in
 * bytes; each goes when its token is no longer taken, or room is needed. Safe for use by several
 * threads.
 */
final class KnownLogins {
  private final Cache<String, ForeignLoginSession> logins;

  /**
   * Keeps nothing yet.
   *
   * @param maximumBytes how much memory to take at most, about
   */
  KnownLogins(Clock clock, long maximumBytes) {
    this.logins =
        Caffeine.newBuilder()
            .maximumWeight(maximumBytes)
            .weigher((String text, ForeignLoginSession login) -> TokenWeight.of(text))
            .expireAfter(
                Expiry.<String, ForeignLoginSession>creating(
                    (text, login) -> lifetime(clock.instant(), login.takenUntil())))
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            // clean up where the work is: an application server's threads are not ours to take
            .executor(Runnable::run)
            .build();
  }

  private static Duration lifetime(Instant now, Instant until) {
    Duration left = Duration.between(now, until);
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Nullable ForeignLoginSession find(ForeignToken token) {
    return logins.getIfPresent(token.raw().text());
  }

  void keep(ForeignToken token, ForeignLoginSession login) {
    logins.put(token.raw().text(), login);
  }

  /** How many are kept, once what is over or too much has gone. */
  long size() {
    logins.cleanUp();
    return logins.estimatedSize();
  }
}
