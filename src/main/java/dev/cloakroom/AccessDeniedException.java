package dev.cloakroom;

/**
 * A bean's {@code @RolesAllowed} or {@code @DenyAll} refused the caller of a method. Where the
 * application lets it escape from a servlet, a page or a Jakarta REST resource, the client is
 * answered 401 if the caller is anonymous and logging in could help, and 403 otherwise.
 */
public final class AccessDeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean forNobody;

  /**
   * Says what was refused.
   *
   * @param message the method, and who may call it
   */
  public AccessDeniedException(String message) {
    super(message);
    this.forNobody = false;
  }

  private AccessDeniedException(String message, boolean forNobody) {
    super(message);
    this.forNobody = forNobody;
  }

  /**
   * Says that a method was refused which nobody may call.
   *
   * @param message the method
   */
  public static AccessDeniedException forNobody(String message) {
    return new AccessDeniedException(message, true);
  }

  /** Whether nobody may call the method: then it does not matter who did. */
  public boolean isForNobody() {
    return forNobody;
  }
}
