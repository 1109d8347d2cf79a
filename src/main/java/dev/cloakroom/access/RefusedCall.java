package dev.cloakroom.access;

import dev.cloakroom.AccessDeniedException;
import java.util.Set;

/** Tells, from what escapes from an application, that a method was not for its caller. */
public final class RefusedCall {

  /** By name, because not every server has Enterprise Beans. */
  private static final Set<String> REFUSALS =
      Set.of(AccessDeniedException.class.getName(), "jakarta.ejb.EJBAccessException");

  private RefusedCall() {}

  /** Whether it says so itself, or is wrapped around something that does. */
  public static boolean isIn(Throwable escaped) {
    return Causes.of(escaped).anyMatch(cause -> REFUSALS.contains(cause.getClass().getName()));
  }

  /** Whether it refused everybody, so that it does not matter who called. */
  public static boolean isForNobody(Throwable escaped) {
    return Causes.of(escaped)
        .anyMatch(cause -> cause instanceof AccessDeniedException denied && denied.isForNobody());
  }
}
