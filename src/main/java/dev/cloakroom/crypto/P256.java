package dev.cloakroom.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;

/** The curve P-256 (FIPS 186-4 D.1.2.3, also secp256r1 and prime256v1) and its keys. */
final class P256 {
  /** Bytes of a coordinate, a scalar and each half of a signature. */
  static final int SIZE = 32;

  private static final byte UNCOMPRESSED = 4;
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  static BigInteger order() {
    return CURVE.getOrder();
  }

  static boolean isCurveOf(ECKey key) {
    ECParameterSpec other = key.getParams();
    return other.getCurve().equals(CURVE.getCurve())
        && other.getGenerator().equals(CURVE.getGenerator())
        && other.getOrder().equals(CURVE.getOrder());
  }

  static boolean isOnCurve(ECPoint point) {
    BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right =
        x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB()).mod(p);
    return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.multiply(y).mod(p).equals(right);
  }

  static ECPrivateKey privateKey(BigInteger scalar) throws InvalidKeySpecException {
    if (scalar.signum() <= 0 || scalar.compareTo(order()) >= 0) {
      throw new InvalidKeySpecException("scalar out of range");
    }
    return (ECPrivateKey) keyFactory().generatePrivate(new ECPrivateKeySpec(scalar, CURVE));
  }

  /** Reads an uncompressed point (SEC 1 §2.3.4). */
  static ECPublicKey publicKey(byte[] point) throws InvalidKeySpecException {
    if (point.length != 1 + 2 * SIZE || point[0] != UNCOMPRESSED) {
      throw new InvalidKeySpecException("not an uncompressed point");
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + SIZE));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + SIZE, point.length));
    ECPoint w = new ECPoint(x, y);
    return (ECPublicKey) keyFactory().generatePublic(new ECPublicKeySpec(w, CURVE));
  }

  static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static KeyFactory keyFactory() {
    try {
      return KeyFactory.getInstance("EC");
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static ECParameterSpec curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static IllegalStateException missing(GeneralSecurityException cause) {
    return new IllegalStateException("This Java runtime lacks the curve P-256.", cause);
  }
}
