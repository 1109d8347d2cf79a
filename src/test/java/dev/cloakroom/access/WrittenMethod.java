package dev.cloakroom.access;

import java.lang.reflect.Method;
import java.util.Arrays;

/** A method as somebody wrote it, found by its name. */
final class WrittenMethod {

  private WrittenMethod() {}

  /** The nearest of a class or what it extends; with any parameters if none are given. */
  static Method method(Class<?> type, String name, Class<?>... parameters) {
    return Lineage.types(type)
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .filter(
            method ->
                parameters.length == 0 || Arrays.equals(method.getParameterTypes(), parameters))
        .findFirst()
        .orElseThrow();
  }
}
