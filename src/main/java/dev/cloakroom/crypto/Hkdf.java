package dev.cloakroom.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives keys from one secret: HKDF with HMAC-SHA256 (<a
 * href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>).
 *
 * <p>Thread-safe.
 */
final class Hkdf {
  private static final int HASH_LENGTH = 32;
  private static final int MAX_LENGTH = 255 * HASH_LENGTH;

  private Hkdf() {}

  /**
   * Extracts and expands (§2.2 and §2.3).
   *
   * @param secret the input keying material
   * @param salt may be empty, which stands for 32 zero bytes
   * @param info says what the key is for; another purpose gives an unrelated key
   * @param length bytes to derive, 1 to 8160
   */
  static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
    if (length < 1 || length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "HKDF-SHA256 derives 1 to " + MAX_LENGTH + " bytes, not " + length + ".");
    }
    return expand(extract(salt, secret), info, length);
  }

  private static byte[] extract(byte[] salt, byte[] secret) {
    return hmac(salt.length == 0 ? new byte[HASH_LENGTH] : salt).doFinal(secret);
  }

  private static byte[] expand(byte[] pseudoRandomKey, byte[] info, int length) {
    Mac mac = hmac(pseudoRandomKey);
    byte[] output = new byte[length];
    byte[] block = new byte[0];
    for (int done = 0, counter = 1; done < length; done += HASH_LENGTH, counter++) {
      mac.update(block);
      mac.update(info);
      block = mac.doFinal(new byte[] {(byte) counter});
      System.arraycopy(block, 0, output, done, Math.min(HASH_LENGTH, length - done));
    }
    Arrays.fill(pseudoRandomKey, (byte) 0);
    return output;
  }

  private static Mac hmac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks HmacSHA256.", e);
    }
  }
}
