package dev.cloakroom.testkit;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * A key of a {@link FakeIssuer}.
 *
 * @param algorithm as JWS names it
 * @param jca the same as the JDK does
 */
record FakeKey(String kid, KeyPair pair, String algorithm, String jca) {
  private static final int P256_BYTES = 32;

  static FakeKey es256() {
    return new FakeKey(
        UUID.randomUUID().toString(), pair("EC", 256), "ES256", "SHA256withECDSAinP1363Format");
  }

  static FakeKey rs256() {
    return new FakeKey(UUID.randomUUID().toString(), pair("RSA", 2048), "RS256", "SHA256withRSA");
  }

  private static KeyPair pair(String kind, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(jca);
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The public half as RFC 7517 writes it. */
  Map<String, Object> publicJwk() {
    if (pair.getPublic() instanceof ECPublicKey ec) {
      return Map.of(
          "kty",
          "EC",
          "crv",
          "P-256",
          "kid",
          kid,
          "use",
          "sig",
          "x",
          base64(ec.getW().getAffineX(), P256_BYTES),
          "y",
          base64(ec.getW().getAffineY(), P256_BYTES));
    }
    RSAPublicKey rsa = (RSAPublicKey) pair.getPublic();
    return Map.of(
        "kty",
        "RSA",
        "kid",
        kid,
        "use",
        "sig",
        "n",
        base64(rsa.getModulus(), rsa.getModulus().bitLength() / Byte.SIZE),
        "e",
        base64(rsa.getPublicExponent(), 3));
  }

  /** An unsigned number of so many bytes. */
  private static String base64(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] unsigned = new byte[length];
    byte[] digits = Arrays.copyOfRange(signed, Math.max(0, signed.length - length), signed.length);
    System.arraycopy(digits, 0, unsigned, length - digits.length, digits.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }
}
