package dev.cloakroom.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is written at a class or method itself about who may call it. */
public final class DeclaredRule {
  private static final List<Class<? extends Annotation>> ANNOTATIONS =
      List.of(DenyAll.class, RolesAllowed.class, PermitAll.class);

  private DeclaredRule() {}

  /** The rule about roles; null if there is none. Of several, which is a mistake, the strictest. */
  static @Nullable AccessRule of(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return AccessRule.NOBODY;
    }
    RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      return AccessRule.roles(Stream.of(allowed.value()).distinct().toArray(String[]::new));
    }
    return element.isAnnotationPresent(PermitAll.class) ? AccessRule.EVERYBODY : null;
  }

  /** Whether there is one, about roles or proofs. */
  static boolean isAt(AnnotatedElement element) {
    return of(element) != null || RequiredProof.isWrittenAt(element);
  }

  /** Whether there is one, and not for everybody. */
  public static boolean restricts(AnnotatedElement element) {
    return restrictsRoles(element) || RequiredProof.isWrittenAt(element);
  }

  /** Whether there is one about roles, and not for everybody. */
  public static boolean restrictsRoles(AnnotatedElement element) {
    AccessRule rule = of(element);
    return rule != null && rule.restricts();
  }

  /** Whether there are two, which say different things. */
  public static boolean isContradictory(AnnotatedElement element) {
    return ANNOTATIONS.stream().filter(element::isAnnotationPresent).count() > 1;
  }

  /**
   * Whether a class or one of the methods that it declares has a rule. A class whose methods cannot
   * be read, for want of a class that they name, can be no bean.
   */
  static boolean isAnywhereIn(Class<?> type) {
    try {
      return isAt(type) || Arrays.stream(type.getDeclaredMethods()).anyMatch(DeclaredRule::isAt);
    } catch (LinkageError unreadable) {
      return false;
    }
  }
}
