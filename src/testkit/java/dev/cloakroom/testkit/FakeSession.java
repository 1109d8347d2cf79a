package dev.cloakroom.testkit;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.BearerTokens;
import dev.cloakroom.LoginSession;
import dev.cloakroom.session.NewProof;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A login session without a server, with the defaults of one; to ask it anything is to use it. Not
 * for use by several threads.
 */
final class FakeSession implements LoginSession {

  /** How long a proof is fresh. */
  static final Duration FRESH = Duration.ofMinutes(10);

  private static final Duration LIFETIME = Duration.ofHours(12);
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final String name;
  private final Set<String> groups;
  private final Instant createdAt;
  private final Set<String> methods = new HashSet<>(Set.of("pwd"));
  private final NavigableMap<Integer, Instant> proofs = new TreeMap<>();
  private Instant lastSeenAt;
  private boolean isOver;

  FakeSession(String name, Set<String> groups, int level, Duration ago) {
    this.name = name;
    this.groups = groups;
    this.lastSeenAt = Login.now();
    this.createdAt = lastSeenAt.minus(ago);
    proofs.put(level, createdAt);
  }

  @Override
  public boolean isAnonymous() {
    Instant now = Login.now();
    isOver =
        isOver
            || name.isEmpty()
            || !now.isBefore(createdAt.plus(LIFETIME))
            || !now.isBefore(lastSeenAt.plus(IDLE));
    lastSeenAt = now;
    return isOver;
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
    return isAnonymous() ? Instant.EPOCH : lastSeenAt;
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
    NewProof proof = new NewProof(level, Set.copyOf(List.of(proven)));
    if (isAnonymous()) {
      throw new AccessDeniedException("Nobody is logged in whose level could be raised.");
    }
    proofs.put(proof.level(), Login.now());
    methods.addAll(proof.methods());
    return Optional.empty();
  }

  @Override
  public void rotate() {
    // There is no ticket to replace.
  }
}
