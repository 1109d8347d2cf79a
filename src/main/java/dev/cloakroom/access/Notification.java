package dev.cloakroom.access;

import jakarta.enterprise.event.Observes;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The event that the calling thread is telling observers of. A rule says who may call a bean; what
 * tells an observer of an event is this module and not the caller, so that one in a guarded class
 * hears it whoever the caller is. What the observer calls in turn is guarded as ever.
 */
public final class Notification {
  private static final ThreadLocal<@Nullable Object> CURRENT = new ThreadLocal<>();

  private Notification() {}

  /** Tells observers of an event. */
  public static void of(Object event, Runnable telling) {
    Object outer = CURRENT.get();
    CURRENT.set(event);
    try {
      telling.run();
    } finally {
      restore(outer);
    }
  }

  private static void restore(@Nullable Object outer) {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /** Whether a call is one of an observer method that is told of the event. */
  static boolean isReceivedBy(InvocationContext call) {
    Object event = CURRENT.get();
    if (event == null) {
      return false;
    }
    Annotation[][] parameters = call.getMethod().getParameterAnnotations();
    for (int i = 0; i < parameters.length; i++) {
      if (call.getParameters()[i] == event && isObserving(parameters[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isObserving(Annotation[] parameter) {
    return Arrays.stream(parameter).anyMatch(Observes.class::isInstance);
  }
}
