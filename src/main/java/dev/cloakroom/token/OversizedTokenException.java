package dev.cloakroom.token;

/** A token cannot be made, because it would be so long that nobody reads it. */
public final class OversizedTokenException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  OversizedTokenException(String message) {
    super(message);
  }
}
