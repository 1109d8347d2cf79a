package dev.cloakroom.session;

import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.RefreshTokenReused;
import dev.cloakroom.event.TokensRefreshed;
import dev.cloakroom.store.RefreshChain;
import dev.cloakroom.store.SessionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges refresh tokens. Using one moves the session's counter by compare-and-set, so that one
 * chain lives however many requests race. The token used last buys, within the grace, the same
 * current token again: a client whose answer was lost recovers. Any older one, or the same one
 * later, means that two hold the chain: the whole login session ends.
 *
 * <p>Safe for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700, section 4.14.2</a>
 */
public final class RefreshTokens {
  private final SessionEnvironment sessions;
  private final SessionEnder ender;
  private final MacKey key;
  private final Duration grace;

  /**
   * The refresh tokens of these sessions.
   *
   * @param ender ends the session of a token that comes twice
   * @param key makes and proves the tokens; the same on all servers
   * @param grace how long the token used last still buys the current one; zero for strict reuse
   *     detection
   */
  public RefreshTokens(
      SessionEnvironment sessions, SessionEnder ender, MacKey key, Duration grace) {
    this.sessions = sessions;
    this.ender = ender;
    this.key = key;
    this.grace = grace;
  }

  /** The token in force of a session that has a chain. */
  String inForce(String sessionId, RefreshChain chain) {
    return RefreshToken.inForce(key, sessionId, chain);
  }

  /** Exchanges the token that a text spells for the next one. */
  public RefreshOutcome exchange(String text) {
    RefreshToken shown = RefreshToken.parse(text);
    if (shown == null) {
      return SessionRefusal.UNKNOWN;
    }
    SessionRecord known = sessions.store().find(shown.sessionId());
    RefreshOutcome outcome = isWorthAnAttempt(shown, known) ? attempt(shown, known) : null;
    while (outcome == null) {
      outcome = attempt(shown, sessions.store().findLatest(shown.sessionId()));
    }
    return outcome;
  }

  /**
   * The id of the login session of a genuine token, used or not and also past its time; empty for
   * any other text.
   */
  public Optional<String> sessionIdAtAnyTime(String text) {
    RefreshToken shown = RefreshToken.parse(text);
    SessionRecord found = shown == null ? null : sessions.store().find(shown.sessionId());
    RefreshChain chain = found == null ? null : found.refresh();
    return shown != null && chain != null && shown.isGenuine(key, chain.salt())
        ? Optional.of(shown.sessionId())
        : Optional.empty();
  }

  /** The token that a text spells, if it would be exchanged now; it is not used by that. */
  public Optional<LiveRefreshToken> live(String text) {
    RefreshToken shown = RefreshToken.parse(text);
    SessionRecord found = shown == null ? null : sessions.store().findLatest(shown.sessionId());
    RefreshChain chain = found == null ? null : found.refresh();
    if (shown == null || found == null || chain == null || found.end() != null) {
      return Optional.empty();
    }
    Instant now = sessions.clock().instant();
    return shown.isGenuine(key, chain.salt())
            && now.isBefore(chain.expiresAt())
            && (shown.counter() == chain.counter() || isHonoured(shown.counter(), chain, now))
        ? Optional.of(
            new LiveRefreshToken(
                sessions.snapshot(found, now).ofTokens(), chain.movedAt(), chain.expiresAt()))
        : Optional.empty();
  }

  /** Whether it is the one used last, a moment ago. */
  private boolean isHonoured(long shown, RefreshChain chain, Instant now) {
    return shown == chain.counter() - 1 && now.isBefore(chain.movedAt().plus(grace));
  }

  /** A copy is good enough for a token in force: the exchange fails should it be old. */
  private static boolean isWorthAnAttempt(RefreshToken shown, @Nullable SessionRecord known) {
    if (known == null) {
      return true;
    }
    RefreshChain chain = known.refresh();
    return chain != null && chain.counter() == shown.counter();
  }

  /** One attempt; null if another change came between. */
  private @Nullable RefreshOutcome attempt(RefreshToken shown, @Nullable SessionRecord found) {
    RefreshChain chain = found == null ? null : found.refresh();
    if (found == null || chain == null || !shown.isGenuine(key, chain.salt())) {
      return SessionRefusal.UNKNOWN;
    }
    if (found.end() != null) {
      return SessionRefusal.ENDED;
    }
    Instant now = sessions.clock().instant();
    return now.isBefore(chain.expiresAt())
        ? byCounter(shown.counter(), found, chain, now)
        : SessionRefusal.EXPIRED;
  }

  private @Nullable RefreshOutcome byCounter(
      long shown, SessionRecord found, RefreshChain chain, Instant now) {
    if (shown == chain.counter()) {
      SessionRecord next = found.refreshed(now);
      return sessions.store().replace(next) ? refreshed(next, now) : null;
    }
    if (isHonoured(shown, chain, now)) {
      return refreshed(found, now);
    }
    // A number ahead of ours is genuine too if the store went back in time: no proof of theft.
    return shown < chain.counter() ? reused(found, now) : SessionRefusal.UNKNOWN;
  }

  private RefreshOutcome refreshed(SessionRecord record, Instant now) {
    sessions.events().accept(new TokensRefreshed(record.id(), record.login().callerName(), now));
    return new RefreshedSession(
        sessions.snapshot(record, now).ofTokens(), inForce(record.id(), chainOf(record)));
  }

  private static RefreshChain chainOf(SessionRecord record) {
    RefreshChain chain = record.refresh();
    if (chain == null) {
      throw new IllegalStateException("login session " + record.id() + " has no refresh tokens");
    }
    return chain;
  }

  private RefreshOutcome reused(SessionRecord found, Instant now) {
    if (ender.end(found.id(), EndReason.REFRESH_TOKEN_REUSED) == null) {
      return SessionRefusal.ENDED;
    }
    sessions.events().accept(new RefreshTokenReused(found.id(), found.login().callerName(), now));
    return SessionRefusal.REUSED;
  }
}
