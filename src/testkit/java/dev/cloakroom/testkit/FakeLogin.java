package dev.cloakroom.testkit;

import dev.cloakroom.LoginSession;
import dev.cloakroom.session.NewProof;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The login of a caller where there is no server: {@code FakeLogin.of("alice").groups("admin")}.
 * Each method but those that give a part of it gives a changed copy. What is done to its session,
 * such as {@link LoginSession#elevate}, stays with it. It lives by {@link Login#now()}; not for use
 * by several threads.
 */
public final class FakeLogin {
  private final String name;
  private final Set<String> groups;
  private final Proven proven;
  private final Map<String, Object> claims;
  private final FakeSession session;

  /**
   * What the caller has proven.
   *
   * @param ago how long ago
   */
  private record Proven(int level, Duration ago) {}

  private FakeLogin(String name, Set<String> groups, Proven proven, Map<String, Object> claims) {
    this.name = name;
    this.groups = Set.copyOf(groups);
    this.proven = proven;
    this.claims = claims;
    this.session = new FakeSession(name, this.groups, proven.level(), proven.ago());
  }

  /** One who has just logged in, is in no group, and has a token that says no more than that. */
  public static FakeLogin of(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A caller has a name; for nobody there is nobody()");
    }
    return new FakeLogin(name, Set.of(), new Proven(1, Duration.ZERO), Map.of());
  }

  /** Nobody is logged in. */
  public static FakeLogin nobody() {
    return new FakeLogin("", Set.of(), new Proven(0, Duration.ZERO), Map.of());
  }

  /** In these groups, and no others. */
  public FakeLogin groups(String... names) {
    return new FakeLogin(name, Set.of(names), proven, claims);
  }

  /**
   * With so much proven.
   *
   * @throws IllegalArgumentException if no login can have proven so much, or so little
   */
  public FakeLogin level(int level) {
    NewProof proof = new NewProof(level, Set.of("pwd"));
    return new FakeLogin(name, groups, new Proven(proof.level(), proven.ago()), claims);
  }

  /** With the proof longer ago than counts as fresh. */
  public FakeLogin stale() {
    return new FakeLogin(
        name, groups, new Proven(proven.level(), FakeSession.FRESH.plusSeconds(1)), claims);
  }

  /** With a claim in the token. */
  public FakeLogin claim(String claim, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(claims);
    more.put(claim, value);
    return new FakeLogin(name, groups, proven, more);
  }

  /** The caller's login session; the anonymous one if nobody is logged in, or it is over. */
  public LoginSession session() {
    return session;
  }

  /** The caller's token; for one who is not logged in it has no name. */
  public JsonWebToken token() {
    return FakeToken.of(session, claims);
  }

  /** The caller as the container would know them; one without a name for nobody. */
  public CallerPrincipal principal() {
    return new CallerPrincipal(session.callerName());
  }

  /** The security context of Jakarta Security. */
  public SecurityContext securityContext() {
    return new FakeSecurityContext(session);
  }

  @Override
  public String toString() {
    return session.isAnonymous() ? "nobody" : name + " " + groups;
  }
}
