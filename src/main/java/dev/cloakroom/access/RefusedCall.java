package dev.cloakroom.access;

import dev.cloakroom.AccessDeniedException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells, from what escapes from an application, that a method was not for its caller. */
public final class RefusedCall {

  /** By name, because not every server has Enterprise Beans. */
  private static final Set<String> REFUSALS =
      Set.of(AccessDeniedException.class.getName(), "jakarta.ejb.EJBAccessException");

  private RefusedCall() {}

  /** Whether it says so itself, or is wrapped around something that does. */
  public static boolean isIn(Throwable escaped) {
    return Causes.of(escaped).anyMatch(RefusedCall::is);
  }

  /** Whether it says so itself. */
  public static boolean is(Throwable escaped) {
    return REFUSALS.contains(escaped.getClass().getName());
  }

  /** What one of our rules said, if it was that; else null. */
  public static @Nullable AccessDeniedException denial(Throwable escaped) {
    return Causes.of(escaped)
        .filter(AccessDeniedException.class::isInstance)
        .map(AccessDeniedException.class::cast)
        .findFirst()
        .orElse(null);
  }
}
