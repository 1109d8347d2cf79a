package dev.cloakroom.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call a method: callers with one of these roles, everybody, or nobody.
 *
 * @param access the kind of rule
 * @param roles the roles of which one is enough; only for {@link Access#ROLES}
 * @see <a href="https://jakarta.ee/specifications/annotations/2.1/">Jakarta Annotations 2.1,
 *     section 2.11</a>
 */
public record AccessRule(Access access, Set<String> roles) {

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

  private static final AccessRule EVERYBODY = new AccessRule(Access.EVERYBODY, Set.of());
  private static final AccessRule NOBODY = new AccessRule(Access.NOBODY, Set.of());

  public AccessRule {
    roles = Set.copyOf(roles);
  }

  /**
   * The rule of a method: its own annotation counts, else its class's, else that of the class it is
   * inherited from, else everybody may. (The annotations are not inherited by Java's means: without
   * the third step a subclass would open what its superclass guards.)
   *
   * @param type the resource class or bean class, which may inherit the method
   */
  public static AccessRule of(Class<?> type, Method method) {
    return declared(method)
        .or(() -> declared(type))
        .or(() -> declared(method.getDeclaringClass()))
        .orElse(EVERYBODY);
  }

  /** The strictest of an element's annotations: two of them would be a mistake. */
  private static Optional<AccessRule> declared(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return Optional.of(NOBODY);
    }
    RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
    if (roles != null) {
      return Optional.of(new AccessRule(Access.ROLES, Set.of(roles.value())));
    }
    return element.isAnnotationPresent(PermitAll.class) ? Optional.of(EVERYBODY) : Optional.empty();
  }

  /** Whether there is anybody who may not. */
  public boolean restricts() {
    return access != Access.EVERYBODY;
  }

  /** Whether this caller may. */
  public boolean admits(Caller caller) {
    return !restricts() || roles.stream().anyMatch(role -> has(caller, role));
  }

  private static boolean has(Caller caller, String role) {
    return role.equals(ANY_CALLER) ? !caller.isAnonymous() : caller.isInRole(role);
  }

  /** Who may, for people. */
  @Override
  public String toString() {
    return switch (access) {
      case EVERYBODY -> "everybody";
      case ROLES -> "callers in one of the roles " + roles;
      case NOBODY -> "nobody";
    };
  }
}
