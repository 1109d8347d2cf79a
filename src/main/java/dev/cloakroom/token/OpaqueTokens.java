package dev.cloakroom.token;

import dev.cloakroom.crypto.MacKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Makes and proves access tokens that mean something to this application alone. To prove one is one
 * HMAC; nothing is kept of it. Thread-safe.
 */
public final class OpaqueTokens {
  private final MacKey key;
  private final TokenLifetime lifetime;
  private final Clock clock;

  /**
   * Tokens under a key.
   *
   * @param key for this purpose only; the same on all nodes
   * @param ttl how long one lasts at most, from 1 second; some last up to 5 % less
   */
  public OpaqueTokens(MacKey key, Duration ttl, Clock clock) {
    this.key = key;
    this.lifetime = new TokenLifetime(ttl);
    this.clock = clock;
  }

  /** Makes a token of a login session, whose caller has proven this. */
  public IssuedToken issue(String sessionId, Authentication authentication) {
    Duration lasts = lifetime.next();
    Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(lasts);
    String statement = OpaqueStatement.of(authentication);
    String text = OpaqueToken.of(key, sessionId, expiresAt, statement).text();
    return new IssuedToken(text, expiresAt, lasts);
  }

  /** The id of the login session of a genuine token in its time, or why it is refused. */
  public OpaqueVerification verify(RawToken raw) {
    Optional<OpaqueToken> genuine = genuine(raw);
    if (genuine.isEmpty()) {
      return new RejectedToken(RejectedToken.Reason.INVALID);
    }
    return clock.instant().isBefore(genuine.get().expiresAt())
        ? proven(genuine.get())
        : new RejectedToken(RejectedToken.Reason.EXPIRED);
  }

  private static OpaqueVerification.Proven proven(OpaqueToken token) {
    return new OpaqueVerification.Proven(
        token.sessionId(),
        token.expiresAt(),
        token.statement().equals(OpaqueStatement.NOTHING)
            ? null
            : OpaqueStatement.read(token.statement()));
  }

  /** When a token that ends at a moment can have been issued at the earliest. */
  public Instant earliestIssue(Instant expiresAt) {
    return expiresAt.minus(lifetime.longest());
  }

  /** The login session of a genuine token, also when its time is over; empty for any other. */
  public Optional<String> sessionIdAtAnyTime(RawToken raw) {
    return genuine(raw).map(OpaqueToken::sessionId);
  }

  private Optional<OpaqueToken> genuine(RawToken raw) {
    return OpaqueToken.parse(raw).filter(token -> token.isGenuine(key));
  }
}
