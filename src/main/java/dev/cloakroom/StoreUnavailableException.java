package dev.cloakroom;

/**
 * The store of login sessions could not be asked or did not answer in time: a system failure, never
 * "not found". A client is told 503 and keeps its credentials.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what failed.
   *
   * @param message what was attempted and how it failed; no credential
   * @param cause what the driver threw
   */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Says what could not be done, where an earlier failure was reported already.
   *
   * @param message what was attempted; no credential
   */
  public StoreUnavailableException(String message) {
    super(message);
  }
}
