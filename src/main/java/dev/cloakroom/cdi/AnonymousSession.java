package dev.cloakroom.cdi;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.BearerTokens;
import dev.cloakroom.LoginSession;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The login session of nobody: the value that stands for "not logged in". */
enum AnonymousSession implements LoginSession {
  INSTANCE;

  @Override
  public boolean isAnonymous() {
    return true;
  }

  @Override
  public String id() {
    return "";
  }

  @Override
  public String callerName() {
    return "";
  }

  @Override
  public Set<String> groups() {
    return Set.of();
  }

  @Override
  public Set<String> authenticationMethods() {
    return Set.of();
  }

  @Override
  public Instant createdAt() {
    return Instant.EPOCH;
  }

  @Override
  public Instant lastSeenAt() {
    return Instant.EPOCH;
  }

  @Override
  public Instant expiresAt() {
    return Instant.EPOCH;
  }

  @Override
  public String address() {
    return "";
  }

  @Override
  public String userAgent() {
    return "";
  }

  @Override
  public boolean isFresh() {
    return false;
  }

  @Override
  public int level() {
    return 0;
  }

  @Override
  public Instant authenticatedAt(int level) {
    return Instant.EPOCH;
  }

  @Override
  public Optional<BearerTokens> elevate(int level, String... methods) {
    throw new AccessDeniedException("Nobody is logged in whose level could be raised.");
  }

  @Override
  public void rotate() {
    // There is no ticket to replace.
  }
}
