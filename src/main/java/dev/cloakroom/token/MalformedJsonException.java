package dev.cloakroom.token;

/**
 * Leaves the reader when a text is not JSON; never leaves the package, and costs no stack trace.
 */
final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedJsonException() {
    super(null, null, false, false);
  }
}
