package dev.cloakroom.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call a resource method: callers with one of these roles, everybody, or nobody.
 *
 * @param access the kind of rule
 * @param roles the roles of which one is enough; only for {@link Access#ROLES}
 */
record AccessRule(Access access, Set<String> roles) {

  /** The kinds of rule. */
  enum Access {
    EVERYBODY,
    ROLES,
    NOBODY
  }

  private static final AccessRule EVERYBODY = new AccessRule(Access.EVERYBODY, Set.of());
  private static final AccessRule NOBODY = new AccessRule(Access.NOBODY, Set.of());

  /**
   * The rule of a method: its own annotation counts, else its class's, else that of the class it is
   * inherited from, else everybody may. (The annotations are not inherited by Java's means: without
   * the third step a subclass would open what its superclass guards.)
   */
  static AccessRule of(Class<?> resource, Method method) {
    return declared(method)
        .or(() -> declared(resource))
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

  boolean restricts() {
    return access != Access.EVERYBODY;
  }
}
