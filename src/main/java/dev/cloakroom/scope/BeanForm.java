package dev.cloakroom.scope;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionTarget;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class of beans: how an instance begins, what it holds, and how it is made again from that. Safe
 * for use by several threads.
 */
final class BeanForm<T> {
  private final Bean<T> bean;
  private final InjectionTarget<T> target;
  private final List<StateField> fields;

  /**
   * The form of a bean.
   *
   * @param target makes and fills instances without the bean's {@code @PostConstruct}
   */
  BeanForm(Bean<T> bean, InjectionTarget<T> target) {
    this.bean = bean;
    this.target = target;
    this.fields = StateField.of(bean.getBeanClass());
  }

  /** What the bean is kept under: the same on all nodes. */
  String name() {
    return bean.getBeanClass().getName();
  }

  Bean<T> bean() {
    return bean;
  }

  List<StateField> fields() {
    return fields;
  }

  ClassLoader loader() {
    return bean.getBeanClass().getClassLoader();
  }

  /** A new instance that has held nothing before. */
  T begun(CreationalContext<T> creation) {
    return bean.create(creation);
  }

  /**
   * A new instance that holds what an earlier one held. Fields that the earlier one did not have
   * keep what the constructor gave them.
   */
  T restored(CreationalContext<T> creation, Map<String, @Nullable Object> values) {
    T instance = target.produce(creation);
    target.inject(instance, creation);
    for (StateField field : fields) {
      if (values.containsKey(field.name())) {
        field.setIn(instance, values.get(field.name()));
      }
    }
    return instance;
  }

  /** What an instance holds. */
  Map<String, @Nullable Object> valuesOf(T instance) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (StateField field : fields) {
      values.put(field.name(), field.valueIn(instance));
    }
    return values;
  }

  void destroy(T instance, CreationalContext<T> creation) {
    bean.destroy(instance, creation);
  }

  /** Whether its end matters to it: whether it has a {@code @PreDestroy}. */
  boolean hasLastWords() {
    return Stream.<Class<?>>iterate(bean.getBeanClass(), type -> type != null, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .anyMatch(method -> method.isAnnotationPresent(PreDestroy.class));
  }
}
