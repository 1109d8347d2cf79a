package dev.cloakroom.testkit.standin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes an object whose calls go to another, which is asked for anew each time. */
public final class StandIn {

  private StandIn() {}

  /**
   * One of an interface.
   *
   * @param current gives the object that it stands for
   */
  public static <T> T of(Class<T> type, Supplier<? extends T> current) {
    return type.cast(
        Proxy.newProxyInstance(
            StandIn.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(current.get(), method, arguments)));
  }

  /** Hands a call on to a target; what that throws is thrown. */
  public static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
