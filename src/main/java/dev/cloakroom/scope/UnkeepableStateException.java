package dev.cloakroom.scope;

import org.jspecify.annotations.Nullable;

/**
 * A bean, or a caller of the application's own type, holds what cannot be kept. The message says
 * what it is and what to do; it has no value.
 */
final class UnkeepableStateException extends Exception {
  private static final long serialVersionUID = 1L;

  UnkeepableStateException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
