package dev.cloakroom.crypto;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.cloakroom.config.OwnAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What differs between the two kinds of keys that sign our own tokens: P-256 and Ed25519. */
final class OwnKeys {
  private static final int ED25519_BYTES = 32;

  private OwnKeys() {}

  /** The algorithm that a public key is for; empty for one of another kind. */
  static Optional<SignatureAlgorithm> algorithmOf(PublicKey key) {
    return Stream.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ED25519)
        .filter(algorithm -> algorithm.fits(key))
        .findFirst();
  }

  /**
   * What headers and JWKs call an algorithm. Ed25519 by the name that readers know: few have heard
   * of that of RFC 9864 yet.
   */
  static String jwsName(SignatureAlgorithm algorithm) {
    return (algorithm == SignatureAlgorithm.ED25519 ? JWSAlgorithm.EdDSA : JWSAlgorithm.ES256)
        .getName();
  }

  static KeyPair generate(OwnAlgorithm algorithm) {
    try {
      return algorithm == OwnAlgorithm.ED25519
          ? KeyPairGenerator.getInstance("Ed25519").generateKeyPair()
          : P256.generate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks Ed25519.", e);
    }
  }

  /** What nobody else knows of a private key, in 32 bytes: a number, or the seed of one. */
  static byte[] secretOf(PrivateKey key) {
    return key instanceof ECPrivateKey ec
        ? scalar(ec)
        : ((EdECPrivateKey) key).getBytes().orElseThrow();
  }

  private static byte[] scalar(ECPrivateKey key) {
    byte[] signed = key.getS().toByteArray();
    byte[] scalar = new byte[P256.SIZE];
    int length = Math.min(signed.length, P256.SIZE);
    System.arraycopy(signed, signed.length - length, scalar, P256.SIZE - length, length);
    return scalar;
  }

  /**
   * The key id of a key that brings none (<a href="https://www.rfc-editor.org/rfc/rfc7638">RFC
   * 7638</a>, RFC 8037 §2).
   */
  static String thumbprint(PublicKey key) {
    try {
      JWK jwk =
          key instanceof ECPublicKey ec
              ? new ECKey.Builder(Curve.P_256, ec).build()
              : new OctetKeyPair.Builder(Curve.Ed25519, x(key)).build();
      return jwk.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256.", e);
    }
  }

  /** The public key for those who verify our tokens. */
  static JWK jwk(VerificationKey key) {
    Algorithm algorithm = JWSAlgorithm.parse(key.algorithmName());
    return key.publicKey() instanceof ECPublicKey ec
        ? new ECKey.Builder(Curve.P_256, ec)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(algorithm)
            .keyID(key.kid())
            .build()
        : new OctetKeyPair.Builder(Curve.Ed25519, x(key.publicKey()))
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(algorithm)
            .keyID(key.kid())
            .build();
  }

  /** Both halves of a pair, for ourselves. */
  static JWK jwk(VerificationKey key, PrivateKey privateKey) {
    Base64URL secret = Base64URL.encode(secretOf(privateKey));
    JWK jwk = jwk(key);
    return jwk instanceof ECKey ec
        ? new ECKey.Builder(ec).d(secret).build()
        : new OctetKeyPair.Builder(jwk.toOctetKeyPair()).d(secret).build();
  }

  /** The last bytes of its DER are the point, as a JWK has it (RFC 8410 §4). */
  private static Base64URL x(PublicKey key) {
    byte[] der = key.getEncoded();
    return Base64URL.encode(Arrays.copyOfRange(der, der.length - ED25519_BYTES, der.length));
  }
}
