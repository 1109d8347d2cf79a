package dev.cloakroom.store.remote;

/**
 * The store was reached, but must not be used the way it is set up. Found at deployment, it stops
 * it. The message says what is wrong and how to mend it; it has no credential.
 */
public final class UnusableStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message what was found, what is needed, and how to get there
   */
  public UnusableStoreException(String message) {
    super(message);
  }
}
