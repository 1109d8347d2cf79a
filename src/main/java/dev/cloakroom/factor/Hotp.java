package dev.cloakroom.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords of six digits by HMAC-SHA-1 and a counter, as all authenticator apps make them (<a
 * href="https://www.rfc-editor.org/rfc/rfc4226#section-5.3">RFC 4226 §5.3</a>). Thread-safe.
 */
final class Hotp {
  static final int DIGITS = 6;

  private static final String ALGORITHM = "HmacSHA1";
  private static final int MODULUS = 1_000_000;

  private Hotp() {}

  /** The password, with zeros before it as needed. */
  static String password(byte[] secret, long counter) {
    return String.valueOf(MODULUS + truncated(secret, counter) % MODULUS).substring(1);
  }

  /** Four bytes of the MAC, from where its last digit says, without the sign. */
  static int truncated(byte[] secret, long counter) {
    byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
    int offset = mac[mac.length - 1] & 0xf;
    return ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
  }

  private static byte[] mac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks HmacSHA1.", e);
    }
  }
}
