package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.Optional;

/**
 * Canonical base64url without padding, as JOSE uses it (<a
 * href="https://www.rfc-editor.org/rfc/rfc7515#section-2">RFC 7515 §2</a>): each byte sequence has
 * exactly one text and each accepted text stands for exactly one byte sequence.
 *
 * <p>Thread-safe.
 */
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private Base64Url() {}

  /** Returns the text of these bytes. */
  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /**
   * Returns the bytes of this text, or empty when it holds padding, white space or a character
   * outside the alphabet, when its length is impossible, or when its unused last bits are not zero.
   */
  public static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = DECODER.decode(text);
      return isCanonical(text, bytes) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException foreignCharacter) {
      return Optional.empty();
    }
  }

  /** Whether a character is of the alphabet. */
  public static boolean isDigit(char character) {
    return (character >= 'A' && character <= 'Z')
        || (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || character == '-'
        || character == '_';
  }

  /** The JDK's decoder takes padding and ignores the unused last bits; encoding again tells. */
  private static boolean isCanonical(String text, byte[] bytes) {
    return new String(ENCODER.encode(bytes), ISO_8859_1).equals(text);
  }
}
