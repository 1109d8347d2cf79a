package dev.cloakroom.scope;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the application's classes that a declared type can lead to: itself, its type arguments,
 * what it extends, the permitted subtypes if it is sealed, and the same for the types of its
 * fields. Subclasses that are not named anywhere cannot be found. Not thread-safe.
 */
final class TypeSearch {
  private final Set<String> found = new HashSet<>();
  private final Set<Type> variables = new HashSet<>();

  /** The names of the classes found so far. */
  Set<String> found() {
    return Set.copyOf(found);
  }

  void add(Type type) {
    if (type instanceof Class<?> plain) {
      add(plain);
    } else if (type instanceof ParameterizedType generic) {
      add(generic.getRawType());
      addAll(generic.getActualTypeArguments());
    } else if (type instanceof GenericArrayType array) {
      add(array.getGenericComponentType());
    } else if (type instanceof WildcardType wildcard) {
      addAll(wildcard.getUpperBounds());
    } else if (type instanceof TypeVariable<?> variable && variables.add(variable)) {
      addAll(variable.getBounds());
    }
  }

  private void addAll(Type[] types) {
    Arrays.stream(types).forEach(this::add);
  }

  private void add(Class<?> type) {
    if (type.isArray()) {
      add(type.getComponentType());
    } else if (!type.isPrimitive() && !isOfThePlatform(type) && found.add(type.getName())) {
      addWhatItLeadsTo(type);
    }
  }

  private void addWhatItLeadsTo(Class<?> type) {
    if (type.getGenericSuperclass() != null) {
      add(type.getGenericSuperclass());
    }
    if (type.isSealed()) {
      addAll(type.getPermittedSubclasses());
    }
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !Modifier.isTransient(field.getModifiers()))
        .map(Field::getGenericType)
        .forEach(this::add);
  }

  /** Those are on a list of their own: not all of them are fit to be read back. */
  private static boolean isOfThePlatform(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
