package dev.cloakroom.access;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class with all that it extends and implements, nearest first: the class itself, then at each
 * further step the superclass before the interfaces. Proxies that a container makes extend or
 * implement what they stand for, and so are looked through.
 */
public final class Lineage {

  private Lineage() {}

  /** The types by their distance; those of one set are equally near. Without {@code Object}. */
  static List<Set<Class<?>>> of(Class<?> type) {
    List<Set<Class<?>>> levels = new ArrayList<>();
    Set<Class<?>> seen = new HashSet<>();
    Set<Class<?>> interfaces = Set.of();
    Class<?> current = type;
    while (current != null || !interfaces.isEmpty()) {
      Set<Class<?>> further = new LinkedHashSet<>();
      if (current != null && current != Object.class) {
        levels.add(Set.of(current));
        further.addAll(List.of(current.getInterfaces()));
      }
      if (!interfaces.isEmpty()) {
        levels.add(interfaces);
        interfaces.forEach(each -> further.addAll(List.of(each.getInterfaces())));
      }
      further.removeIf(each -> !seen.add(each));
      interfaces = further;
      current = current == null ? null : current.getSuperclass();
    }
    return levels;
  }

  /** A class and all that it extends and implements, nearest first. */
  public static Stream<Class<?>> types(Class<?> type) {
    return of(type).stream().flatMap(Set::stream);
  }

  /** A method of a class and all that it overrides or implements, nearest first. */
  public static Stream<Method> declarations(Class<?> type, Method method) {
    Overriding overriding = new Overriding(type);
    return types(type).flatMap(supertype -> overriding.in(supertype, method));
  }

  /** The class that somebody wrote, given that of an instance that a container may have made. */
  public static Class<?> written(Class<?> made) {
    Class<?> type = made;
    while (type.isSynthetic() && type.getSuperclass() != null) {
      type = type.getSuperclass();
    }
    return type == Object.class ? made : type;
  }
}
