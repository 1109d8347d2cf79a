package dev.cloakroom.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An elliptic curve private key as SEC 1 and <a
 * href="https://www.rfc-editor.org/rfc/rfc5915#section-3">RFC 5915 §3</a> write it, which is also
 * the core of a PKCS#8 key.
 */
final class Sec1Key {
  private static final byte[] PRIME256V1 = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};

  private final BigInteger scalar;
  private final byte @Nullable [] curve;
  private final byte @Nullable [] publicPoint;

  private Sec1Key(Der key) {
    key.take(Der.INTEGER);
    scalar = new BigInteger(1, key.take(Der.OCTET_STRING));
    curve = key.isNext(Der.CONTEXT_0) ? key.enter(Der.CONTEXT_0).take(Der.OBJECT_IDENTIFIER) : null;
    publicPoint = key.isNext(Der.CONTEXT_1) ? wholeOctets(key.enter(Der.CONTEXT_1)) : null;
  }

  /**
   * Reads the DER of one.
   *
   * @throws IllegalArgumentException if it is broken
   */
  static Sec1Key parse(byte[] der) {
    return new Sec1Key(new Der(der).enter(Der.SEQUENCE));
  }

  /** Reads the one inside a PKCS#8 {@code PrivateKeyInfo} (RFC 5208 §5). */
  static Sec1Key parsePkcs8(byte[] der) {
    Der info = new Der(der).enter(Der.SEQUENCE);
    info.take(Der.INTEGER);
    info.take(Der.SEQUENCE);
    return parse(info.take(Der.OCTET_STRING));
  }

  /** Tells whether the key itself names the curve P-256; inside PKCS#8 it need not. */
  boolean isOnP256() {
    return Arrays.equals(curve, PRIME256V1);
  }

  BigInteger scalar() {
    return scalar;
  }

  /** Returns the public key, null when it was left out. */
  byte @Nullable [] publicPoint() {
    return publicPoint;
  }

  @Override
  public String toString() {
    return "Sec1Key[***]";
  }

  /** The first octet of a bit string counts unused bits, of which whole octets have none. */
  private static byte[] wholeOctets(Der element) {
    byte[] bits = element.take(Der.BIT_STRING);
    return bits.length == 0 ? bits : Arrays.copyOfRange(bits, 1, bits.length);
  }
}
