package dev.cloakroom.crypto;

/**
 * Base32 without padding, as authenticator apps want their secrets (<a
 * href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648 §6</a>). Thread-safe.
 */
public final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int DIGIT_BITS = 5;
  private static final int DIGIT_MASK = 31;

  private Base32() {}

  /** Returns the text of these bytes. */
  public static String encode(byte[] bytes) {
    return encode(bytes, ALPHABET);
  }

  /**
   * Returns the text of these bytes in other digits.
   *
   * @param alphabet 32 of them
   */
  public static String encode(byte[] bytes, String alphabet) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte one : bytes) {
      held = (held << Byte.SIZE) | (one & 0xff);
      bits += Byte.SIZE;
      while (bits >= DIGIT_BITS) {
        bits -= DIGIT_BITS;
        text.append(alphabet.charAt((held >> bits) & DIGIT_MASK));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(alphabet.charAt(held << (DIGIT_BITS - bits) & DIGIT_MASK));
    }
    return text.toString();
  }
}
