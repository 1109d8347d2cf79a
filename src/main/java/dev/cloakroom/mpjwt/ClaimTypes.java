package dev.cloakroom.mpjwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.jspecify.annotations.Nullable;

/**
 * The types that a claim can be injected as (MicroProfile JWT 2.1, section 9.1). A primitive one is
 * injected as its wrapper.
 */
final class ClaimTypes {
  private static final List<Type> PLAIN =
      List.of(
          String.class,
          Long.class,
          Boolean.class,
          new Generic(Set.class, String.class),
          JsonValue.class,
          JsonString.class,
          JsonNumber.class,
          JsonArray.class,
          JsonObject.class);

  /** All of them, in every wrapper. */
  static final Set<Type> ALL = all();

  private ClaimTypes() {}

  private static Set<Type> all() {
    Set<Type> types = new HashSet<>(Set.of(ClaimValue.class, Optional.class));
    for (Type plain : PLAIN) {
      Type optional = new Generic(Optional.class, plain);
      types.add(plain);
      types.add(optional);
      types.add(new Generic(ClaimValue.class, plain));
      types.add(new Generic(ClaimValue.class, optional));
    }
    types.add(new Generic(ClaimValue.class, Optional.class));
    return Set.copyOf(types);
  }

  /** The class of a type, without its arguments. */
  static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    }
    return type instanceof Class<?> plain ? plain : Object.class;
  }

  /** What is in a wrapper; anything where the type does not say it. */
  static Type argument(Type type) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[0]
        : Object.class;
  }

  /** Whether a wrapper does not say what is in it. */
  static boolean isOpen(Type type) {
    return argument(type) instanceof WildcardType || argument(type) == Object.class;
  }

  /** A type with one argument, equal to the compiler's own. */
  private record Generic(Class<?> raw, Type argument) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {argument};
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ParameterizedType that
          && that.getOwnerType() == null
          && raw.equals(that.getRawType())
          && Arrays.equals(getActualTypeArguments(), that.getActualTypeArguments());
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(getActualTypeArguments()) ^ Objects.hashCode(raw);
    }

    @Override
    public String toString() {
      return raw.getTypeName() + "<" + argument.getTypeName() + ">";
    }
  }
}
