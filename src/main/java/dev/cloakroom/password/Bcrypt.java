package dev.cloakroom.password;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * bcrypt, as OpenBSD writes it: of the password and a zero byte. It reads 72 bytes; of a longer
 * password others hash those, and here none is verified by its beginning.
 *
 * @param cost the binary logarithm of the rounds
 */
record Bcrypt(int cost) implements Derivation {
  static final int LEAST_COST = 4;

  /** Some seconds. */
  static final int MOST_COST = 16;

  private static final int MOST_BYTES = 72;

  /**
   * This, if a login may cost as much.
   *
   * @throws UnusableHashException if not
   */
  Bcrypt affordable() throws UnusableHashException {
    UnusableHashException.requireWithin("as its cost", cost, LEAST_COST, MOST_COST);
    return this;
  }

  @Override
  public byte[] derive(byte[] password, byte[] salt, int length) {
    byte[] ended = Arrays.copyOf(password, Math.min(password.length + 1, MOST_BYTES));
    try {
      return Arrays.copyOf(BCrypt.generate(ended, salt, cost), length);
    } finally {
      Arrays.fill(ended, (byte) 0);
    }
  }

  @Override
  public boolean reads(byte[] password) {
    return password.length <= MOST_BYTES;
  }

  /** Nothing is hashed by it any more. */
  @Override
  public boolean isAtLeast(Derivation other) {
    return false;
  }
}
