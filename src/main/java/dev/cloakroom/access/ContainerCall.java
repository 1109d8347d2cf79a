package dev.cloakroom.access;

import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;

/**
 * A method that the container calls when something begins or ends, whoever is logged in then, and
 * mostly nobody is: a disposer, or an observer of the life of the application, of a session or of a
 * request.
 *
 * @see <a href="https://jakarta.ee/specifications/cdi/4.0/">CDI 4.0, sections 3.4 and 6.7.3</a>
 */
final class ContainerCall {
  private static final List<Class<?>> EVENTS = List.of(Startup.class, Shutdown.class);
  private static final List<Class<? extends Annotation>> MOMENTS =
      List.of(Initialized.class, BeforeDestroyed.class, Destroyed.class);

  private ContainerCall() {}

  /** Whether a method is one, and no rule is written at it, nor at what it overrides. */
  static boolean is(Class<?> type, Method method) {
    return Arrays.stream(method.getParameters()).anyMatch(ContainerCall::isOfOne)
        && Lineage.declarations(type, method).noneMatch(DeclaredRule::isAt);
  }

  private static boolean isOfOne(Parameter parameter) {
    boolean isOfALife =
        EVENTS.contains(parameter.getType())
            || MOMENTS.stream().anyMatch(parameter::isAnnotationPresent);
    return parameter.isAnnotationPresent(Disposes.class)
        || (parameter.isAnnotationPresent(Observes.class) && isOfALife);
  }
}
