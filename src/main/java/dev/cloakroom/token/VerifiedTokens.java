package dev.cloakroom.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The access tokens that were proven genuine lately, so that a token that comes again costs a
 * look-up and not a signature check. Bounded; a token stays until its time is over or room is
 * needed.
 *
 * <p>Refused tokens are never kept: a forger could fill the memory with them. Found by its whole
 * text, so that nothing but the very token that was verified is ever found. Thread-safe.
 */
public final class VerifiedTokens {
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
                    (text, token) ->
                        Duration.between(clock.instant(), verifier.acceptedUntil(token))))
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            // clean up where the work is: an application server's threads are not ours to take
            .executor(Runnable::run)
            .build();
  }

  /** Verifies a token, or finds that this was done and checks its time again. */
  public TokenVerification verify(RawToken raw) {
    VerifiedToken known = genuine.getIfPresent(raw.text());
    return known == null ? verifyFirstSeen(raw) : verifier.checkTimes(known);
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
    return verifier.sessionIdAtAnyTime(raw);
  }

  private TokenVerification verifyFirstSeen(RawToken raw) {
    TokenVerification verification = verifier.verify(raw);
    if (verification instanceof VerifiedToken token) {
      genuine.put(raw.text(), token);
    }
    return verification;
  }
}
