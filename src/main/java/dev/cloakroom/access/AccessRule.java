package dev.cloakroom.access;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may call a method: callers with one of these roles, everybody, or nobody; and what they must
 * have proven, too.
 *
 * @param access the kind of rule; a rule of no role is one for nobody
 * @param roles the roles of which one is enough; only for {@link Access#ROLES}
 * @param proof what whoever may must have proven
 * @see <a href="https://jakarta.ee/specifications/annotations/2.1/">Jakarta Annotations 2.1,
 *     section 2.11</a>
 */
public record AccessRule(Access access, Set<String> roles, RequiredProof proof) {

  /** The kinds of rule. */
  public enum Access {
    /** Anybody, logged in or not. */
    EVERYBODY,
    /** Whoever has one of the roles. */
    ROLES,
    /** No caller at all. */
    NOBODY
  }

  /**
   * The role that everybody has who is logged in (Jakarta Enterprise Beans 4.0, section 12.3.1.5).
   */
  public static final String ANY_CALLER = "**";

  /** Anybody may. */
  public static final AccessRule EVERYBODY = new AccessRule(Access.EVERYBODY, Set.of());

  /** Whoever is logged in may. */
  public static final AccessRule CALLERS = roles(ANY_CALLER);

  /** Nobody may. */
  public static final AccessRule NOBODY = new AccessRule(Access.NOBODY, Set.of());

  public AccessRule {
    roles = Set.copyOf(roles);
    access = access == Access.ROLES && roles.isEmpty() ? Access.NOBODY : access;
  }

  /** A rule about roles alone. */
  public AccessRule(Access access, Set<String> roles) {
    this(access, roles, RequiredProof.NONE);
  }

  /** This rule for those only who have proven so much. */
  public AccessRule with(RequiredProof asked) {
    return asked.equals(proof) ? this : new AccessRule(access, roles, asked);
  }

  /** Whoever has one of these roles may; nobody, if there are none. */
  public static AccessRule roles(String... roles) {
    return new AccessRule(Access.ROLES, Set.of(roles));
  }

  /** Whether there is anybody who may not. */
  public boolean restricts() {
    return restrictsRoles() || proof.isAsked();
  }

  private boolean restrictsRoles() {
    return access != Access.EVERYBODY;
  }

  /** Whether logging in helps nobody: the answer does not depend on who is calling. */
  public boolean isForNobody() {
    return access == Access.NOBODY;
  }

  /** Whether this caller may. */
  public boolean admits(Caller caller) {
    return admitsRoleOf(caller) && isProvenBy(caller);
  }

  /**
   * Whether the caller is somebody who may, and has yet to prove more: what would not help is not
   * asked for.
   */
  public boolean asksMoreOf(Caller caller) {
    return !caller.isAnonymous() && admitsRoleOf(caller) && !isProvenBy(caller);
  }

  private boolean isProvenBy(Caller caller) {
    return !proof.isAsked() || caller.hasProven(proof);
  }

  private boolean admitsRoleOf(Caller caller) {
    if (!restrictsRoles()) {
      return true;
    }
    for (String role : roles) {
      if (has(caller, role)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Caller caller, String role) {
    return role.equals(ANY_CALLER) ? !caller.isAnonymous() : caller.isInRole(role);
  }

  /**
   * A rule about roles for those whom both this one and another name; for nobody if they name no
   * one.
   */
  AccessRule and(AccessRule other) {
    if (!restrictsRoles()) {
      return other;
    }
    if (!other.restrictsRoles()) {
      return this;
    }
    if (roles.contains(ANY_CALLER)) {
      return other;
    }
    return other.roles.contains(ANY_CALLER) ? this : new AccessRule(Access.ROLES, common(other));
  }

  private Set<String> common(AccessRule other) {
    return roles.stream().filter(other.roles::contains).collect(Collectors.toUnmodifiableSet());
  }

  /** Who may, for people. */
  @Override
  public String toString() {
    String who =
        switch (access) {
          case EVERYBODY -> "everybody";
          case ROLES -> "callers in one of the roles " + roles;
          case NOBODY -> "nobody";
        };
    return proof.isAsked() ? who + " with " + proof : who;
  }
}
