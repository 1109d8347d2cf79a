package dev.cloakroom.password;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A form in which hashes are stored. Immutable and thread-safe. */
interface HashForm {

  /**
   * Reads a hash.
   *
   * @param stored of 1,024 characters at most
   * @return null if it is of another form
   * @throws UnusableHashException if it is of this form, and no password can be verified by it
   */
  @Nullable StoredHash read(String stored) throws UnusableHashException;

  /**
   * A parameter.
   *
   * @param digits 10 at most
   * @throws UnusableHashException if the number is too large for any parameter
   */
  static int number(String digits) throws UnusableHashException {
    long number = Long.parseLong(digits);
    if (number > Integer.MAX_VALUE) {
      throw new UnusableHashException("It asks for " + digits + " of something.");
    }
    return (int) number;
  }

  /**
   * Bytes that are written in base64, padded or not.
   *
   * @throws UnusableHashException if no bytes have this text
   */
  static byte[] bytes(String text) throws UnusableHashException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException impossibleLength) {
      throw new UnusableHashException("Its salt or hash is not base64.");
    }
  }
}
