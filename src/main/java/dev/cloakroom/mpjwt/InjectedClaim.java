package dev.cloakroom.mpjwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * One claim of whom the calling thread works for, as the type that it is injected as. What is not
 * there, or cannot be that type, is null, or empty.
 *
 * @param name as the token has it
 * @param token that of whom the calling thread works for
 */
record InjectedClaim(String name, JsonWebToken token) {

  /** The claim as a type of {@link ClaimTypes}. */
  @Nullable Object as(Type type) {
    Class<?> raw = ClaimTypes.raw(type);
    if (raw == ClaimValue.class) {
      return new Current(this, ClaimTypes.argument(type));
    }
    if (raw == Optional.class) {
      return Optional.ofNullable(as(ClaimTypes.argument(type)));
    }
    return unboxed(raw, plain(raw));
  }

  /** A claim that is asked for when somebody asks it. */
  private record Current(InjectedClaim claim, Type type) implements ClaimValue<@Nullable Object> {
    @Override
    public String getName() {
      return claim.name();
    }

    @Override
    public @Nullable Object getValue() {
      return claim.as(type);
    }

    /** Never shows the value, which may be a token. */
    @Override
    public String toString() {
      return "ClaimValue[" + claim.name() + "]";
    }
  }

  /** A field of a primitive type cannot be null. */
  private static @Nullable Object unboxed(Class<?> type, @Nullable Object value) {
    if (value != null || !type.isPrimitive()) {
      return value;
    }
    return type == boolean.class ? (Object) false : (Object) 0L;
  }

  private @Nullable Object plain(Class<?> type) {
    Object value = token.getClaim(name);
    return value == null ? null : converted(type, value);
  }

  private static @Nullable Object converted(Class<?> type, Object value) {
    if (type == String.class) {
      return text(value);
    }
    if (type == Long.class || type == long.class) {
      return number(value);
    }
    if (type == Boolean.class || type == boolean.class) {
      return truth(value);
    }
    if (type == Set.class) {
      return texts(value);
    }
    Object found = JsonValue.class.isAssignableFrom(type) ? json(value) : value;
    return type.isInstance(found) ? found : null;
  }

  private static @Nullable String text(Object value) {
    return value instanceof JsonString text ? text.getString() : asString(value);
  }

  private static @Nullable String asString(Object value) {
    return value instanceof String text ? text : null;
  }

  private static @Nullable Long number(Object value) {
    if (value instanceof JsonNumber number) {
      return number.longValue();
    }
    return value instanceof Number number ? (Long) number.longValue() : null;
  }

  private static @Nullable Boolean truth(Object value) {
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE;
    }
    return value instanceof Boolean truth ? truth : null;
  }

  private static @Nullable Set<?> texts(Object value) {
    if (value instanceof JsonArray array) {
      Set<String> texts = new LinkedHashSet<>();
      array.forEach(one -> texts.add(one instanceof JsonString text ? text.getString() : "" + one));
      return texts;
    }
    if (value instanceof Set<?> texts) {
      return texts;
    }
    String one = text(value);
    return one == null ? null : Set.of(one);
  }

  private static JsonValue json(Object value) {
    if (value instanceof JsonValue already) {
      return already;
    }
    return JsonValues.of(value instanceof Set<?> several ? List.copyOf(several) : value);
  }
}
