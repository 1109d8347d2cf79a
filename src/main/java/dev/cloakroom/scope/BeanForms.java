package dev.cloakroom.scope;

import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionTarget;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The {@code @LoginScoped} beans of an application. Safe for use by several threads. */
final class BeanForms {
  private final Map<String, BeanForm<?>> byName = new ConcurrentHashMap<>();

  <T> void add(Bean<T> bean, InjectionTarget<T> target) {
    byName.put(bean.getBeanClass().getName(), new BeanForm<>(bean, target));
  }

  Collection<BeanForm<?>> all() {
    return byName.values();
  }

  /** The form of that name; null if the application has no such bean, or no longer. */
  @Nullable BeanForm<?> named(String name) {
    return byName.get(name);
  }

  /**
   * The form of a bean.
   *
   * @throws IllegalArgumentException if it is none of this scope
   */
  @SuppressWarnings("unchecked") // kept under the class of the bean whose form it is
  <T> BeanForm<T> of(Contextual<T> contextual) {
    BeanForm<?> form =
        contextual instanceof Bean<T> bean ? byName.get(bean.getBeanClass().getName()) : null;
    if (form == null) {
      throw new IllegalArgumentException(contextual + " is no @LoginScoped class");
    }
    return (BeanForm<T>) form;
  }
}
