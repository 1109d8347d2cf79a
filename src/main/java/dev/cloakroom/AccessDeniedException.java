package dev.cloakroom;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a bean or servlet, {@code @RolesAllowed}, {@code @DenyAll}, {@link AuthenticationLevel}
 * or {@link Fresh}, refused the caller. Where the application lets it escape from a servlet, a page
 * or a Jakarta REST resource, the client is answered 401 if the caller is anonymous and logging in
 * could help, or if they must first prove more than they have, and 403 otherwise.
 */
public final class AccessDeniedException extends RuntimeException {
  private static final long serialVersionUID = 2L;

  private final Kind kind;
  private final int requiredLevel;
  private final @Nullable Duration requiredWithin;

  private enum Kind {
    FOR_OTHERS,
    FOR_NOBODY,
    STEP_UP,
    LOGIN_OVER
  }

  /**
   * Says what was refused.
   *
   * @param message the method, and who may call it
   */
  public AccessDeniedException(String message) {
    this(message, Kind.FOR_OTHERS, 0, null);
  }

  private AccessDeniedException(
      String message, Kind kind, int requiredLevel, @Nullable Duration requiredWithin) {
    super(message);
    this.kind = kind;
    this.requiredLevel = requiredLevel;
    this.requiredWithin = requiredWithin;
  }

  /**
   * Says that a method was refused which nobody may call.
   *
   * @param message the method
   */
  public static AccessDeniedException forNobody(String message) {
    return new AccessDeniedException(message, Kind.FOR_NOBODY, 0, null);
  }

  /**
   * Says that the caller must first prove more.
   *
   * @param message the method or servlet, and what must be proven
   * @param level the least level
   * @param within how old the proof may be; null for any age
   */
  public static AccessDeniedException stepUp(String message, int level, @Nullable Duration within) {
    return new AccessDeniedException(message, Kind.STEP_UP, level, within);
  }

  /**
   * Says that the login with which a request came does not count any longer.
   *
   * @param message what was refused
   */
  public static AccessDeniedException loginOver(String message) {
    return new AccessDeniedException(message, Kind.LOGIN_OVER, 0, null);
  }

  /** Whether nobody may call the method: then it does not matter who did. */
  public boolean isForNobody() {
    return kind == Kind.FOR_NOBODY;
  }

  /** Whether the caller may, once they have proven more. */
  public boolean isStepUp() {
    return kind == Kind.STEP_UP;
  }

  /** Whether the login with which the request came counts no longer. */
  public boolean isLoginOver() {
    return kind == Kind.LOGIN_OVER;
  }

  /** The level that must have been proven; 0 if no proof would help. */
  public int requiredLevel() {
    return requiredLevel;
  }

  /** How old that proof may be; null for any age. */
  public @Nullable Duration requiredWithin() {
    return requiredWithin;
  }
}
