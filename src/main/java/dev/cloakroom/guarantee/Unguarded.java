package dev.cloakroom.guarantee;

import java.lang.reflect.Method;

/**
 * A rule that nobody is known to enforce.
 *
 * @param place the class, and the method if it is one's
 * @param why why nobody does, and what to do
 */
record Unguarded(String place, String why) {

  static Unguarded type(Class<?> type, String why) {
    return new Unguarded(type.getName(), why);
  }

  static Unguarded method(Method method, String why) {
    return new Unguarded(method.getDeclaringClass().getName() + "." + method.getName(), why);
  }

  /** For people. */
  @Override
  public String toString() {
    return place + " " + why;
  }
}
