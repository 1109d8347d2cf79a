package dev.cloakroom.scope;

/**
 * A bean holds what cannot be kept. The message says what it is and what to do; it has no value.
 */
final class UnkeepableStateException extends Exception {
  private static final long serialVersionUID = 1L;

  UnkeepableStateException(String message, Throwable cause) {
    super(message, cause);
  }
}
