package dev.cloakroom;

/**
 * A bean's {@code @RolesAllowed} or {@code @DenyAll} refused the caller of a method. Where the
 * application lets it escape from a servlet, a page or a Jakarta REST resource, the client is
 * answered 401 if the caller is anonymous, and 403 otherwise.
 */
public final class AccessDeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what was refused.
   *
   * @param message the method, and who may call it
   */
  public AccessDeniedException(String message) {
    super(message);
  }
}
