package dev.cloakroom.access;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.InterceptionFactory;
import jakarta.enterprise.inject.spi.Producer;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * Makes what another producer makes, with an {@link AccessInterceptor} before each method that a
 * rule restricts: the container puts none there. What it cannot stand before, because the class is
 * final or has no constructor for a proxy, is not handed out. Safe for use by several threads.
 *
 * @see <a href="https://jakarta.ee/specifications/cdi/4.0/">Jakarta CDI 4.0, section 2.6.8</a>
 */
final class GuardingProducer<X> implements Producer<X> {
  private final Producer<X> producer;
  private final BeanManager container;

  private static final ClassValue<Boolean> RESTRICTED =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return AccessRules.restrictAny(type);
        }
      };

  GuardingProducer(Producer<X> producer, BeanManager container) {
    this.producer = producer;
    this.container = container;
  }

  @Override
  public X produce(CreationalContext<X> creation) {
    X made = producer.produce(creation);
    return made == null || isGuarded(made) ? made : guarded(made, creation);
  }

  private static boolean isGuarded(Object made) {
    return isProxyOfTheServer(made) || !RESTRICTED.get(made.getClass());
  }

  /** It stands for a bean, which is guarded itself. A lambda is synthetic, too, but hidden. */
  private static boolean isProxyOfTheServer(Object made) {
    Class<?> type = made.getClass();
    return Proxy.isProxyClass(type)
        ? ServerTypes.made(made)
        : type.isSynthetic() && !type.isHidden();
  }

  @SuppressWarnings("unchecked") // the class of an X
  private X guarded(X made, CreationalContext<X> creation) {
    Class<X> type = (Class<X>) made.getClass();
    InterceptionFactory<X> factory = container.createInterceptionFactory(creation, type);
    factory
        .configure()
        .filterMethods(method -> AccessRules.mayRestrict(type, method.getJavaMember()))
        .forEach(method -> method.add(Guarded.Literal.INSTANCE));
    return factory.createInterceptedInstance(made);
  }

  @Override
  public void dispose(X instance) {
    producer.dispose(instance);
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return producer.getInjectionPoints();
  }
}
