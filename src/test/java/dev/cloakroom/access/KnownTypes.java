package dev.cloakroom.access;

import java.util.Set;

/** What a container would have told of classes. */
public final class KnownTypes {

  private KnownTypes() {}

  /** The container of Enterprise Beans has some classes, and the interceptor stands before some. */
  public static GuardedTypes of(Set<Class<?>> contained, Set<Class<?>> intercepted) {
    GuardedTypes known = new GuardedTypes();
    contained.forEach(known::contain);
    intercepted.forEach(known::intercept);
    return known;
  }

  /** The same without the interceptor, which the application has taken out. */
  public static GuardedTypes stripped(Set<Class<?>> contained) {
    GuardedTypes known = of(contained, contained);
    known.forgetIntercepted();
    return known;
  }
}
