package dev.cloakroom.session;

import dev.cloakroom.BearerTokens;
import dev.cloakroom.LoginSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A login at another issuer, by a token of which is shown here. The store keeps no record of it: it
 * is what the token says, until that is over or was ended. Immutable; safe for use by several
 * threads.
 */
public final class ForeignLoginSession implements LoginSession, ForeignLookup {
  private static final int LEVEL = 1;

  private final ForeignLogin login;
  private final SessionEnvironment sessions;
  private final TokenRevocations revocations;
  private final List<String> keys;

  /** What a genuine token says. */
  public ForeignLoginSession(
      ForeignLogin login, SessionEnvironment sessions, TokenRevocations revocations) {
    this.login = login;
    this.sessions = sessions;
    this.revocations = revocations;
    this.keys = revocations.keys(login);
  }

  /**
   * Whether it was ended before its time, alone or with others.
   *
   * @throws dev.cloakroom.StoreUnavailableException if that is not known here, and the store failed
   */
  public boolean isOver() {
    return revocations.isOver(keys, login.credential().issuedAt());
  }

  /**
   * Whether its token is neither over nor was ended.
   *
   * @throws dev.cloakroom.StoreUnavailableException if that is not known here, and the store failed
   */
  public boolean isStillLive() {
    return sessions.clock().instant().isBefore(takenUntil()) && !isOver();
  }

  /** Whether its token can be ended alone: it has an id of its own. */
  public boolean isEndable() {
    return login.credential().id() != null;
  }

  /**
   * Ends its token at its caller's wish, as long as that could be shown. Other tokens of the same
   * login are the issuer's to end, and so is one without an id.
   *
   * @return whether it is over now
   * @throws dev.cloakroom.StoreUnavailableException if the store failed
   */
  public boolean logOut() {
    String tokenId = login.credential().id();
    if (tokenId == null) {
      return false;
    }
    if (!isOver()) {
      revocations.logOut(login, tokenId);
    }
    return true;
  }

  /** Who issued the token. */
  public String issuer() {
    return login.credential().issuer();
  }

  @Override
  public boolean isAnonymous() {
    return false;
  }

  @Override
  public String id() {
    return login.id();
  }

  @Override
  public String callerName() {
    return login.callerName();
  }

  @Override
  public Set<String> groups() {
    return login.groups();
  }

  @Override
  public Set<String> authenticationMethods() {
    return login.methods();
  }

  /** When its caller proved who they are; where the issuer does not say, when it issued this. */
  @Override
  public Instant createdAt() {
    Instant proven = login.authenticatedAt();
    return proven == null ? login.credential().issuedAt() : proven;
  }

  /** Uses are not written down. */
  @Override
  public Instant lastSeenAt() {
    return login.credential().issuedAt();
  }

  @Override
  public Instant expiresAt() {
    return login.credential().taken().expiresAt();
  }

  /** The first moment at which its token is refused: a little later, since clocks differ. */
  public Instant takenUntil() {
    return login.credential().taken().until();
  }

  /** The issuer knows. */
  @Override
  public String address() {
    return "";
  }

  /** The issuer knows. */
  @Override
  public String userAgent() {
    return "";
  }

  /** Not where the issuer does not say when the caller proved who they are. */
  @Override
  public boolean isFresh() {
    return hasProven(LEVEL, sessions.settings().freshDuration());
  }

  /**
   * Whether its caller has proven a level: the first one, since what else an issuer means by its
   * {@code acr} is not known here.
   *
   * @param within how long ago at most, which only an {@code auth_time} can show; null if that does
   *     not matter
   */
  public boolean hasProven(int level, @Nullable Duration within) {
    return level <= LEVEL && (within == null || isProvenWithin(within));
  }

  /** Not at a moment that is still to come, whoever's clock is wrong. */
  private boolean isProvenWithin(Duration within) {
    Instant proven = login.authenticatedAt();
    Instant now = sessions.clock().instant();
    return proven != null && !proven.isAfter(now) && now.isBefore(proven.plus(within));
  }

  @Override
  public int level() {
    return LEVEL;
  }

  @Override
  public Instant authenticatedAt(int level) {
    Instant proven = login.authenticatedAt();
    return level > LEVEL || proven == null ? Instant.EPOCH : proven;
  }

  @Override
  public Optional<BearerTokens> elevate(int level, String... methods) {
    throw new IllegalStateException("Elevate the login that is injected.");
  }

  @Override
  public void rotate() {
    // It has no ticket of ours: there is nothing to replace.
  }

  @Override
  public String toString() {
    return "LoginSession[" + id() + "]";
  }
}
