package dev.cloakroom;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/**
 * What a login session was at one moment, for a thread, a queue or a log that goes on without it.
 * Immutable, holds no credential, and hears of nothing that happens later, the end of the login
 * included. That of the anonymous session has empty texts and sets, and times of {@link
 * Instant#EPOCH}.
 *
 * @param id see {@link LoginSession#id}; empty for the anonymous session
 * @param callerName see {@link LoginSession#callerName}
 * @param groups see {@link LoginSession#groups}
 * @param authenticationMethods see {@link LoginSession#authenticationMethods}
 * @param createdAt see {@link LoginSession#createdAt}
 * @param lastSeenAt see {@link LoginSession#lastSeenAt}
 * @param expiresAt see {@link LoginSession#expiresAt}
 * @param address see {@link LoginSession#address}
 * @param userAgent see {@link LoginSession#userAgent}
 */
public record LoginSnapshot(
    String id,
    String callerName,
    Set<String> groups,
    Set<String> authenticationMethods,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt,
    String address,
    String userAgent)
    implements Serializable {

  public LoginSnapshot {
    groups = Set.copyOf(groups);
    authenticationMethods = Set.copyOf(authenticationMethods);
  }

  /** Whether nobody was logged in. */
  public boolean isAnonymous() {
    return id.isEmpty();
  }

  static LoginSnapshot of(LoginSession session) {
    return new LoginSnapshot(
        session.id(),
        session.callerName(),
        session.groups(),
        session.authenticationMethods(),
        session.createdAt(),
        session.lastSeenAt(),
        session.expiresAt(),
        session.address(),
        session.userAgent());
  }
}
