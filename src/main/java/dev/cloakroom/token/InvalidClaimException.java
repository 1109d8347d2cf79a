package dev.cloakroom.token;

/**
 * Leaves the reader when a claim is missing or has another type. A verifier catches it and refuses
 * the token; it costs no stack trace.
 */
public final class InvalidClaimException extends Exception {
  private static final long serialVersionUID = 1L;

  /** One for all, so that a forger learns nothing. */
  public InvalidClaimException() {
    super(null, null, false, false);
  }
}
