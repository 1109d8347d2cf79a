package dev.cloakroom.rest;

import dev.cloakroom.CsrfExempt;
import dev.cloakroom.access.Lineage;
import dev.cloakroom.servlet.CsrfCheck;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Stands before each resource method that needs no CSRF token. */
final class CsrfPass implements ContainerRequestFilter {

  /** Whether a method, or what it overrides or implements, or its class, says that it is exempt. */
  static boolean isFor(Class<?> type, Method method) {
    return Lineage.declarations(type, method)
            .anyMatch(each -> each.isAnnotationPresent(CsrfExempt.class))
        || Lineage.types(type).anyMatch(each -> each.isAnnotationPresent(CsrfExempt.class));
  }

  /** Whether a class, or what it extends or implements, says so of itself or of a method. */
  static boolean isOn(Class<?> type) {
    return Lineage.types(type).anyMatch(CsrfPass::says);
  }

  private static boolean says(Class<?> type) {
    return type.isAnnotationPresent(CsrfExempt.class)
        || Stream.of(type.getDeclaredMethods())
            .anyMatch(method -> method.isAnnotationPresent(CsrfExempt.class));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(CsrfCheck.PASSED, true);
  }
}
