package dev.cloakroom.issuer;

/**
 * An issuer cannot be used as the settings ask, and the deployment must stop. The message names the
 * setting, says what is wrong and how to fix it, and never shows a key.
 */
public final class UnusableIssuerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableIssuerException(String message) {
    super(message);
  }
}
