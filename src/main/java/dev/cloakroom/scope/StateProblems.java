package dev.cloakroom.scope;

import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.List;

/** What can be said about a bean class before any of its instances holds anything. */
final class StateProblems {

  private StateProblems() {}

  /** One text for each field whose values can never be kept. */
  static List<String> of(Class<?> bean) {
    return StateField.of(bean).stream()
        .filter(field -> isUnkeepable(field.field().getType()))
        .map(field -> problem(bean, field))
        .toList();
  }

  /** A value may be more than its field's type says, but only where that can be extended. */
  private static boolean isUnkeepable(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return !element.isPrimitive()
        && !element.isInterface()
        && !Modifier.isAbstract(element.getModifiers())
        && element != Object.class
        && !Serializable.class.isAssignableFrom(element);
  }

  private static String problem(Class<?> bean, StateField field) {
    return "@LoginScoped "
        + bean.getName()
        + " cannot be kept: its field "
        + field.name()
        + " is of "
        + field.field().getType().getName()
        + ", which is not java.io.Serializable. Make the type so, or the field transient; what a"
        + " constructor gets injected belongs into a transient field.";
  }
}
