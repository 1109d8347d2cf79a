package dev.cloakroom.access;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which methods of its supertypes a method of a class overrides or implements, type parameters
 * included: {@code put(String)} of a class that implements {@code Api<String>} implements {@code
 * put(T)}.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-8.html#jls-8.4.8">Java
 *     Language Specification, section 8.4.8</a>
 */
final class Overriding {
  private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

  /** What the type parameters of all that a class extends and implements stand for in it. */
  Overriding(Class<?> type) {
    addSupertypes(type);
  }

  private void addSupertypes(Class<?> type) {
    Stream.concat(
            Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
        .forEach(this::add);
  }

  private void add(Type supertype) {
    if (supertype instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type[] given = generic.getActualTypeArguments();
      TypeVariable<?>[] parameters = raw.getTypeParameters();
      for (int i = 0; i < parameters.length; i++) {
        arguments.put(parameters[i], given[i]);
      }
      addSupertypes(raw);
    } else {
      addSupertypes((Class<?>) supertype);
    }
  }

  /** Those of a type's own methods that a method is, overrides or implements. */
  Stream<Method> in(Class<?> supertype, Method method) {
    return Arrays.stream(supertype.getDeclaredMethods())
        .filter(candidate -> candidate.equals(method) || overrides(method, candidate));
  }

  private boolean overrides(Method method, Method candidate) {
    return candidate.getName().equals(method.getName())
        && candidate.getParameterCount() == method.getParameterCount()
        && isOverridable(candidate, method)
        && (signature(method).equals(signature(candidate)) || isBridgeOf(method, candidate));
  }

  private static boolean isOverridable(Method candidate, Method method) {
    int modifiers = candidate.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isPrivate(modifiers)
        && !Modifier.isStatic(method.getModifiers())
        && !Modifier.isPrivate(method.getModifiers())
        && ((modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
            || candidate.getDeclaringClass().getPackage()
                == method.getDeclaringClass().getPackage());
  }

  /** What a call through the erased form of a method arrives at. */
  private static boolean isBridgeOf(Method method, Method candidate) {
    return method.isBridge()
        && Arrays.equals(method.getParameterTypes(), candidate.getParameterTypes());
  }

  private List<Class<?>> signature(Method method) {
    return Arrays.stream(method.getGenericParameterTypes()).<Class<?>>map(this::erased).toList();
  }

  private Class<?> erased(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    }
    if (type instanceof GenericArrayType array) {
      return Array.newInstance(erased(array.getGenericComponentType()), 0).getClass();
    }
    TypeVariable<?> variable = (TypeVariable<?>) type;
    Type argument = arguments.get(variable);
    return erased(
        argument == null || argument.equals(variable) ? variable.getBounds()[0] : argument);
  }
}
