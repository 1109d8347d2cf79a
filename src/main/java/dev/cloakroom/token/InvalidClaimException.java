package dev.cloakroom.token;

/**
 * Leaves the reader when a claim is missing or has another type; never leaves the package, and
 * costs no stack trace.
 */
final class InvalidClaimException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidClaimException() {
    super(null, null, false, false);
  }
}
