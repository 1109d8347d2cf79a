package dev.cloakroom.testkit;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.BearerTokens;
import dev.cloakroom.LoginSession;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A login session without a server, with the defaults of one. Not for use by several threads. */
final class FakeSession implements LoginSession {

  /** How long a proof is fresh. */
  static final Duration FRESH = Duration.ofMinutes(10);

  private static final Duration LIFETIME = Duration.ofHours(12);

  private final String name;
  private final Set<String> groups;
  private final Instant createdAt;
  private final Set<String> methods = new HashSet<>(Set.of("pwd"));
  private final NavigableMap<Integer, Instant> proofs = new TreeMap<>();

  FakeSession(String name, Set<String> groups, int level, Duration ago) {
    this.name = name;
    this.groups = groups;
    this.createdAt = Login.now().minus(ago);
    proofs.put(level, createdAt);
  }

  @Override
  public boolean isAnonymous() {
    return name.isEmpty() || !Login.now().isBefore(createdAt.plus(LIFETIME));
  }

  @Override
  public String id() {
    return isAnonymous() ? "" : "session-of-" + name;
  }

  @Override
  public String callerName() {
    return isAnonymous() ? "" : name;
  }

  @Override
  public Set<String> groups() {
    return isAnonymous() ? Set.of() : groups;
  }

  @Override
  public Set<String> authenticationMethods() {
    return isAnonymous() ? Set.of() : Set.copyOf(methods);
  }

  @Override
  public Instant createdAt() {
    return isAnonymous() ? Instant.EPOCH : createdAt;
  }

  @Override
  public Instant lastSeenAt() {
    return isAnonymous() ? Instant.EPOCH : Login.now();
  }

  @Override
  public Instant expiresAt() {
    return isAnonymous() ? Instant.EPOCH : createdAt.plus(LIFETIME);
  }

  @Override
  public String address() {
    return isAnonymous() ? "" : "127.0.0.1";
  }

  @Override
  public String userAgent() {
    return "";
  }

  @Override
  public boolean isFresh() {
    return hasProven(1, FRESH);
  }

  @Override
  public int level() {
    return isAnonymous() ? 0 : proofs.lastKey();
  }

  @Override
  public Instant authenticatedAt(int level) {
    return isAnonymous()
        ? Instant.EPOCH
        : proofs.tailMap(level, true).values().stream()
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
  }

  /**
   * Whether the caller has proven so much.
   *
   * @param within how long ago at most; null for any time
   */
  boolean hasProven(int level, @Nullable Duration within) {
    return level() >= level
        && (within == null || Login.now().isBefore(authenticatedAt(level).plus(within)));
  }

  @Override
  public Optional<BearerTokens> elevate(int level, String... proven) {
    if (isAnonymous()) {
      throw new AccessDeniedException("Nobody is logged in whose level could be raised.");
    }
    proofs.put(level, Login.now());
    methods.addAll(Set.of(proven));
    return Optional.empty();
  }

  @Override
  public void rotate() {
    // There is no ticket to replace.
  }
}
