package dev.cloakroom.scope;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a bean that is part of what the bean holds: not static, not transient, and not filled
 * by the container. Immutable.
 *
 * @param name what its value is kept under; distinct within a bean
 * @param field accessible
 */
record StateField(String name, Field field) {

  /** What makes the container fill a field; by name, because not every server has them. */
  private static final Set<String> INJECTING =
      Set.of(
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource",
          "jakarta.ejb.EJB",
          "jakarta.persistence.PersistenceContext",
          "jakarta.persistence.PersistenceUnit");

  /** The fields of a class and of those that it extends, in an order that does not change. */
  static List<StateField> of(Class<?> bean) {
    return Stream.<Class<?>>iterate(bean, type -> type != null, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(StateField::isState)
        .map(field -> new StateField(name(bean, field), field))
        .sorted(Comparator.comparing(StateField::name))
        .toList();
  }

  StateField {
    field.setAccessible(true);
  }

  private static boolean isState(Field field) {
    int modifiers = field.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isTransient(modifiers)
        && !field.isSynthetic()
        && Arrays.stream(field.getAnnotations())
            .map(Annotation::annotationType)
            .noneMatch(annotation -> INJECTING.contains(annotation.getName()));
  }

  private static String name(Class<?> bean, Field field) {
    Class<?> declaring = field.getDeclaringClass();
    return declaring == bean ? field.getName() : declaring.getName() + "." + field.getName();
  }

  @Nullable Object valueIn(Object bean) {
    try {
      return field.get(bean);
    } catch (IllegalAccessException cannotBe) {
      throw new IllegalStateException(field + " is not accessible", cannotBe);
    }
  }

  /** Whether the field can have a value: its type may have changed since that was written. */
  boolean takes(@Nullable Object value) {
    Class<?> type = field.getType();
    return type.isPrimitive()
        ? MethodType.methodType(type).wrap().returnType().isInstance(value)
        : value == null || type.isInstance(value);
  }

  void setIn(Object bean, @Nullable Object value) {
    try {
      field.set(bean, value);
    } catch (IllegalAccessException cannotBe) {
      throw new IllegalStateException(field + " is not accessible", cannotBe);
    }
  }
}
