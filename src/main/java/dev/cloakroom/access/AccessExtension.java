package dev.cloakroom.access;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessProducer;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.Producer;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts an {@link AccessInterceptor} before each method of a bean that a rule restricts, whichever
 * way the bean comes to be, and notes which classes are guarded so. Safe for use by several
 * threads.
 */
public class AccessExtension implements Extension {
  private final Set<Class<?>> injected = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> beans = ConcurrentHashMap.newKeySet();
  private final GuardedTypes guarded = new GuardedTypes();
  private volatile @Nullable CallGuard calls;

  /** Made by the container. */
  public AccessExtension() {}

  AccessExtension(CallGuard calls) {
    this.calls = calls;
  }

  /**
   * Holds callers to the application's rules: from here, because an interceptor of a bean that may
   * be written down can have no more than this, and each thing that it is given costs a request.
   */
  CallGuard calls() {
    CallGuard found = calls;
    if (found == null) {
      found = CallGuard.ofTheApplication();
      calls = found;
    }
    return found;
  }

  /** The classes that are known to be guarded, once the container has started. */
  public GuardedTypes guarded() {
    return guarded;
  }

  /** All types: a class can inherit a rule without any annotation to be found by. */
  <T> void guard(@Observes ProcessAnnotatedType<T> found) {
    Class<T> type = found.getAnnotatedType().getJavaClass();
    if (RuleSearch.isRuled(type) && ComponentKind.of(type).isInterceptable()) {
      bind(type, found);
    }
  }

  private <T> void bind(Class<T> type, ProcessAnnotatedType<T> found) {
    Predicate<AnnotatedMethod<? super T>> restricted = method -> isToIntercept(type, method);
    if (found.getAnnotatedType().getMethods().stream().anyMatch(restricted)) {
      found
          .configureAnnotatedType()
          .filterMethods(restricted)
          .forEach(method -> method.add(Guarded.Literal.INSTANCE));
    }
  }

  private static boolean isToIntercept(Class<?> type, AnnotatedMethod<?> annotated) {
    return ComponentKind.of(type).needsInterceptor(type, annotated.getJavaMember());
  }

  /** What the application has injected, for {@link #refuseUninterceptable}. */
  void note(@Observes ProcessInjectionPoint<?, ?> found) {
    InjectedType.of(found.getInjectionPoint().getType())
        .filter(type -> type != Object.class)
        .forEach(injected::add);
  }

  /** A bean is there, as a class of its own or of the container of Enterprise Beans. */
  void note(@Observes ProcessManagedBean<?> found) {
    Class<?> type = found.getBean().getBeanClass();
    beans.add(type);
    if (isIntercepted(type, found.getAnnotatedBeanClass())) {
      guarded.intercept(type);
    }
    if (found instanceof ProcessSessionBean<?>) {
      guarded.contain(type);
    } else if (ComponentKind.of(type) == ComponentKind.ENTERPRISE_BEAN) {
      guarded.mistake(type);
    }
  }

  /** Another extension may have written the class anew, without what we have added to it. */
  private static boolean isIntercepted(Class<?> type, AnnotatedType<?> bean) {
    List<? extends AnnotatedMethod<?>> restricted =
        RuleSearch.isRuled(type)
            ? bean.getMethods().stream().filter(method -> isToIntercept(type, method)).toList()
            : List.of();
    return !restricted.isEmpty()
        && restricted.stream().allMatch(method -> method.isAnnotationPresent(Guarded.class));
  }

  /** What a producer makes passes no interceptor by itself. */
  <T, X> void guard(@Observes ProcessProducer<T, X> found, BeanManager container) {
    Producer<X> producer = found.getProducer();
    Class<?> declared = ProducedType.of(found.getAnnotatedMember());
    if (ProducedType.mayBeRuled(declared)) {
      guarded.produce(declared);
      found.setProducer(new GuardingProducer<>(producer, container));
    }
  }

  /** With the interceptor taken out of the application, nothing is guarded by it. */
  void check(@Observes AfterDeploymentValidation started, BeanManager container) {
    refuseUninterceptable(started);
    if (container
        .resolveInterceptors(InterceptionType.AROUND_INVOKE, Guarded.Literal.INSTANCE)
        .isEmpty()) {
      guarded.forgetIntercepted();
    }
  }

  /**
   * A resource's method that cannot be intercepted is guarded by the filter of requests; what has
   * the resource injected, as what it is or as what it extends or implements, would call it past
   * that.
   */
  private void refuseUninterceptable(AfterDeploymentValidation started) {
    beans.stream()
        .filter(bean -> injected.stream().anyMatch(type -> type.isAssignableFrom(bean)))
        .flatMap(bean -> ComponentKind.uninterceptable(bean).limit(1))
        .map(AccessExtension::uninterceptable)
        .forEach(started::addDeploymentProblem);
    beans.clear();
    injected.clear();
  }

  private static DefinitionException uninterceptable(Method method) {
    return new DefinitionException(
        method.getDeclaringClass().getName()
            + "."
            + method.getName()
            + " is not for everybody, but it or its class is final, so that nothing can stand"
            + " before it where it is injected. Leave final out.");
  }
}
