package dev.cloakroom.password;

/**
 * How the bytes of a hash are made of a password and a salt: an algorithm with its parameters.
 * Immutable and thread-safe; equal to each other of the same algorithm and parameters.
 */
sealed interface Derivation permits Argon2, Pbkdf2, Bcrypt {

  /**
   * The bytes of a hash.
   *
   * @param password whose array is neither changed nor kept
   * @param length how many bytes
   */
  byte[] derive(byte[] password, byte[] salt, int length);

  /** Whether a hash can be of this password: some algorithms do not read all of a long one. */
  default boolean reads(byte[] password) {
    return true;
  }

  /** Whether it is the same algorithm, and each guess costs no less than by the other. */
  boolean isAtLeast(Derivation other);
}
