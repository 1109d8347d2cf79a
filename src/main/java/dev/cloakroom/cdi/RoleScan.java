package dev.cloakroom.cdi;

import dev.cloakroom.access.AccessRule;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the roles that an application's classes name in their annotations. The one that
 * everybody has who is logged in is left out: declared, it would be a role like any other (Jakarta
 * Servlet 6.0, section 13.8.1).
 */
final class RoleScan {

  private RoleScan() {}

  static Set<String> of(@Nullable Set<Class<?>> classes) {
    Set<String> roles = new TreeSet<>();
    if (classes != null) {
      classes.stream()
          .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods())))
          .flatMap(RoleScan::roles)
          .filter(role -> !role.equals(AccessRule.ANY_CALLER))
          .forEach(roles::add);
    }
    return roles;
  }

  private static Stream<String> roles(AnnotatedElement element) {
    return Stream.of(
            allowed(element.getAnnotation(RolesAllowed.class)),
            declared(element.getAnnotation(DeclareRoles.class)),
            constrained(element.getAnnotation(ServletSecurity.class)))
        .flatMap(names -> names);
  }

  private static Stream<String> allowed(@Nullable RolesAllowed annotation) {
    return annotation == null ? Stream.empty() : Arrays.stream(annotation.value());
  }

  private static Stream<String> declared(@Nullable DeclareRoles annotation) {
    return annotation == null ? Stream.empty() : Arrays.stream(annotation.value());
  }

  private static Stream<String> constrained(@Nullable ServletSecurity annotation) {
    if (annotation == null) {
      return Stream.empty();
    }
    return Stream.concat(
        Arrays.stream(annotation.value().rolesAllowed()),
        Arrays.stream(annotation.httpMethodConstraints())
            .map(HttpMethodConstraint::rolesAllowed)
            .flatMap(Arrays::stream));
  }
}
