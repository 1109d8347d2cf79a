package dev.cloakroom.guarantee;

import dev.cloakroom.access.ComponentKind;
import dev.cloakroom.access.GuardedTypes;
import dev.cloakroom.access.RequiredProof;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;

/**
 * Proofs that Enterprise Beans ask for. Their container knows nothing of any, so that each such
 * bean needs our interceptor before it. Annotations are known by names, because not every server
 * has them.
 */
final class EnterpriseProofs {
  static final String UNHELD =
      "asks for a proof, and is or is part of an Enterprise Bean that our interceptor does not stand"
          + " before: its container asks for no proof. Have CDI look at the archive (by"
          + " bean-discovery-mode annotated or all), and no extension veto or replace the class.";
  static final String UNREACHED =
      "asks for a proof where the container itself calls, with nobody logged in: at a message-driven"
          + " bean, or a method of @Schedule or @Timeout. Write the rule at a method that callers"
          + " call.";

  private static final Set<String> TIMERS =
      Set.of("jakarta.ejb.Schedule", "jakarta.ejb.Schedules", "jakarta.ejb.Timeout");
  private static final String MESSAGE_DRIVEN = "jakarta.ejb.MessageDriven";

  private EnterpriseProofs() {}

  /** Whether a bean that a class is, or that extends it, has no interceptor before it. */
  static boolean isUnheld(Class<?> type, GuardedTypes beans) {
    boolean isOne = ComponentKind.of(type) == ComponentKind.ENTERPRISE_BEAN;
    return (isOne && !beans.isIntercepted(type)) || !beans.areContainedIntercepted(type);
  }

  /** Whether it stands where no caller comes along. */
  static boolean isUnreachedAt(AnnotatedElement place) {
    Class<?> type = place instanceof Method method ? method.getDeclaringClass() : (Class<?>) place;
    return RequiredProof.isWrittenAt(place)
        && (hasAny(type, Set.of(MESSAGE_DRIVEN)) || hasAny(place, TIMERS));
  }

  private static boolean hasAny(AnnotatedElement place, Set<String> names) {
    return Arrays.stream(place.getAnnotations())
        .map(Annotation::annotationType)
        .map(Class::getName)
        .anyMatch(names::contains);
  }
}
