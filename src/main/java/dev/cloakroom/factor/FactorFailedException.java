package dev.cloakroom.factor;

/** A second factor could not be asked: nothing is known, and nobody is logged in by it. */
public final class FactorFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FactorFailedException(String message) {
    super(message);
  }

  FactorFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
