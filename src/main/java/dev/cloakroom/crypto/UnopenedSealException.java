package dev.cloakroom.crypto;

/**
 * What was sealed cannot be opened: it was changed, it is somebody else's, or its key is gone. The
 * message says which, and shows nothing of it.
 */
public final class UnopenedSealException extends Exception {
  private static final long serialVersionUID = 1L;

  UnopenedSealException(String message) {
    super(message);
  }
}
