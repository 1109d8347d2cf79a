package dev.cloakroom.access;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Puts an {@link AccessInterceptor} before each method of a bean that its annotations, or those of
 * its class, restrict. Safe for use by several threads.
 */
public class AccessExtension implements Extension {

  /** By name, because not every server has them. Their containers check before any interceptor. */
  private static final Set<String> GUARDED_ELSEWHERE =
      Set.of(
          "jakarta.ws.rs.Path",
          "jakarta.ejb.MessageDriven",
          "jakarta.ejb.Singleton",
          "jakarta.ejb.Stateful",
          "jakarta.ejb.Stateless");

  private final Set<Class<?>> guarded = ConcurrentHashMap.newKeySet();

  /** Made by the container. */
  public AccessExtension() {}

  /** All types: a class can inherit a rule without any annotation to be found by. */
  <T> void guard(@Observes ProcessAnnotatedType<T> found) {
    Class<T> type = found.getAnnotatedType().getJavaClass();
    Predicate<AnnotatedMethod<? super T>> restricted = method -> isRestricted(type, method);
    if (!isGuardedElsewhere(type)
        && found.getAnnotatedType().getMethods().stream().anyMatch(restricted)) {
      guarded.add(type);
      found
          .configureAnnotatedType()
          .filterMethods(restricted)
          .forEach(method -> method.add(Guarded.Literal.INSTANCE));
    }
  }

  private static boolean isGuardedElsewhere(Class<?> type) {
    return type.isInterface()
        || Arrays.stream(type.getAnnotations())
            .map(annotation -> annotation.annotationType().getName())
            .anyMatch(GUARDED_ELSEWHERE::contains);
  }

  private static boolean isRestricted(Class<?> type, AnnotatedMethod<?> annotated) {
    Method method = annotated.getJavaMember();
    int modifiers = method.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isPrivate(modifiers)
        && method.getDeclaringClass() != Object.class
        && AccessRule.of(type, method).restricts();
  }

  /** The class of a bean as it was written, given that of the instance that the container made. */
  Class<?> beanClass(Class<?> made) {
    for (Class<?> type = made; type != null; type = type.getSuperclass()) {
      if (guarded.contains(type)) {
        return type;
      }
    }
    return made;
  }
}
