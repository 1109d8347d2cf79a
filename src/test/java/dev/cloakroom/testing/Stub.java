package dev.cloakroom.testing;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an interface of a server. Whatever a test has not foreseen is unsupported, so that
 * code which begins to ask for more fails at once instead of reading a null.
 */
public final class Stub {

  private Stub() {}

  /** Something that supports nothing: the ground that a fake overrides what it supports on. */
  public static <T> T of(Class<T> type) {
    return of(type, Map.of());
  }

  /** Something that answers the methods of these names, each from its arguments. */
  public static <T> T of(Class<T> type, Map<String, Function<Object[], @Nullable Object>> answers) {
    Object stub =
        Proxy.newProxyInstance(
            Stub.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Function<Object[], @Nullable Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(type.getSimpleName() + "." + method);
              }
              return answer.apply(arguments == null ? new Object[0] : arguments);
            });
    return type.cast(stub);
  }
}
