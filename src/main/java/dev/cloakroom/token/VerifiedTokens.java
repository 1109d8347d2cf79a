package dev.cloakroom.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The access tokens that were proven genuine lately, so that a token that comes again costs a
 * look-up and not a signature check. Bounded; a token stays until its time is over or room is
 * needed.
 *
 * <p>Tokens that are not genuine are never kept: a forger could fill the memory with them. Found by
 * its whole text, so that nothing but the very token that was verified is ever found. Thread-safe.
 */
public final class VerifiedTokens {
  private static final Duration KEPT_AT_LEAST = Duration.ofSeconds(10);

  private final AccessTokenVerifier verifier;
  private final Cache<String, VerifiedToken> genuine;

  /**
   * Keeps tokens that this verifier finds genuine.
   *
   * @param clock the one that the verifier has
   * @param maximumBytes how much memory to take at most, about; 0 keeps none
   */
  public VerifiedTokens(AccessTokenVerifier verifier, Clock clock, long maximumBytes) {
    this.verifier = verifier;
    this.genuine =
        Caffeine.newBuilder()
            .maximumWeight(maximumBytes)
            .weigher((String text, VerifiedToken token) -> TokenWeight.of(text))
            .expireAfter(
                Expiry.<String, VerifiedToken>creating(
                    (text, token) -> lifetime(clock.instant(), verifier.acceptedUntil(token))))
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            // clean up where the work is: an application server's threads are not ours to take
            .executor(Runnable::run)
            .build();
  }

  /** Until a token is refused; one that comes too late is kept a while, lest it be repeated. */
  private static Duration lifetime(Instant now, Instant acceptedUntil) {
    Duration left = Duration.between(now, acceptedUntil);
    return left.compareTo(KEPT_AT_LEAST) < 0 ? KEPT_AT_LEAST : left;
  }

  /** Verifies a token, or finds that this was done and checks its time again. */
  public TokenVerification verify(RawToken raw) {
    VerifiedToken known = genuine.getIfPresent(raw.text());
    return known == null ? verifier.judge(firstSeen(raw)) : verifier.checkTimes(known);
  }

  /** Whether a token was proven genuine lately, whatever its time. */
  public boolean isKnown(RawToken raw) {
    return genuine.getIfPresent(raw.text()) != null;
  }

  /** Keeps a token that was issued here, so that its first use is a look-up, too. */
  public void add(IssuedToken issued) {
    verifier.issued(issued).ifPresent(token -> genuine.put(issued.text(), token));
  }

  /** Returns how many tokens are kept, once what is over or too much has gone. */
  long size() {
    genuine.cleanUp();
    return genuine.estimatedSize();
  }

  /**
   * The login session of a genuine token, also when its time is over, so that a client can log out
   * with it; empty for any other token.
   */
  public Optional<String> sessionIdAtAnyTime(RawToken raw) {
    return Optional.ofNullable(genuine.getIfPresent(raw.text()))
        .or(() -> firstSeen(raw))
        .map(VerifiedToken::sessionId);
  }

  private Optional<VerifiedToken> firstSeen(RawToken raw) {
    Optional<VerifiedToken> token = verifier.genuine(raw);
    token.ifPresent(one -> genuine.put(raw.text(), one));
    return token;
  }
}
