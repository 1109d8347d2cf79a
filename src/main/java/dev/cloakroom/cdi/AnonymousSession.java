package dev.cloakroom.cdi;

import dev.cloakroom.LoginSession;
import java.time.Instant;
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
  public void rotate() {
    // There is no ticket to replace.
  }
}
