package dev.cloakroom.access;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;

/** The classes that an injection point's type names: its own, and those of its type arguments. */
final class InjectedType {

  private InjectedType() {}

  static Stream<Class<?>> of(Type type) {
    if (type instanceof Class<?> plain) {
      return Stream.of(plain);
    }
    return type instanceof ParameterizedType generic
        ? Stream.concat(
            of(generic.getRawType()),
            Arrays.stream(generic.getActualTypeArguments()).flatMap(InjectedType::of))
        : Stream.empty();
  }
}
