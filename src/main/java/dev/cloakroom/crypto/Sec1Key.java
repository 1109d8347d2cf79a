package dev.cloakroom.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An elliptic curve private key as SEC 1 and <a
 * href="https://www.rfc-editor.org/rfc/rfc5915#section-3">RFC 5915 §3</a> write it, which is also
 * the core of a PKCS#8 key.
 *
 * @param curve the curve's object identifier in DER, null when it stands elsewhere
 * @param publicPoint the public key inside, null when it was left out
 */
record Sec1Key(BigInteger scalar, byte @Nullable [] curve, byte @Nullable [] publicPoint) {
  private static final byte[] PRIME256V1 = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};

  /**
   * Reads the DER of one.
   *
   * @throws IllegalArgumentException if it is broken
   */
  static Sec1Key parse(byte[] der) {
    Der key = new Der(der).enter(Der.SEQUENCE);
    key.take(Der.INTEGER);
    BigInteger scalar = new BigInteger(1, key.take(Der.OCTET_STRING));
    return new Sec1Key(scalar, curve(key), publicPoint(key));
  }

  /** Reads the one inside a PKCS#8 {@code PrivateKeyInfo} (RFC 5208 §5). */
  static Sec1Key parsePkcs8(byte[] der) {
    Der info = new Der(der).enter(Der.SEQUENCE);
    info.take(Der.INTEGER);
    info.take(Der.SEQUENCE);
    return parse(info.take(Der.OCTET_STRING));
  }

  boolean isOnP256() {
    return Arrays.equals(curve, PRIME256V1);
  }

  @Override
  public String toString() {
    return "Sec1Key[***]";
  }

  private static byte @Nullable [] curve(Der key) {
    return key.isNext(Der.CONTEXT_0) ? key.enter(Der.CONTEXT_0).take(Der.OBJECT_IDENTIFIER) : null;
  }

  private static byte @Nullable [] publicPoint(Der key) {
    if (!key.isNext(Der.CONTEXT_1)) {
      return null;
    }
    byte[] bits = key.enter(Der.CONTEXT_1).take(Der.BIT_STRING);
    // the first octet counts unused bits, of which whole octets have none
    return bits.length == 0 ? bits : Arrays.copyOfRange(bits, 1, bits.length);
  }
}
