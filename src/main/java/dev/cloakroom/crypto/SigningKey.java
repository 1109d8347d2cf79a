package dev.cloakroom.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/**
 * A key pair that signs by ES256 (ECDSA on P-256 with SHA-256, <a
 * href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518 §3.4</a>).
 *
 * <p>Immutable and thread-safe. The private key does not leave this package.
 */
public final class SigningKey {
  static final String JCA_NAME = "SHA256withECDSAinP1363Format";

  private final VerificationKey verificationKey;
  private final ECPrivateKey privateKey;

  SigningKey(VerificationKey verificationKey, ECPrivateKey privateKey) {
    this.verificationKey = verificationKey;
    this.privateKey = privateKey;
  }

  static SigningKey generate() {
    KeyPair pair = P256.generate();
    ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
    return new SigningKey(
        new VerificationKey(thumbprint(publicKey), publicKey), (ECPrivateKey) pair.getPrivate());
  }

  /**
   * The key id of a key that brings none (<a href="https://www.rfc-editor.org/rfc/rfc7638">RFC
   * 7638</a>).
   */
  static String thumbprint(ECPublicKey publicKey) {
    try {
      return new ECKey.Builder(Curve.P_256, publicKey).build().computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256.", e);
    }
  }

  /** Returns the key's id, which goes into the header of what it signs. */
  public String kid() {
    return verificationKey.kid();
  }

  /** Returns the public half. */
  public VerificationKey verificationKey() {
    return verificationKey;
  }

  /** Returns the signature of the message: r and s, 32 bytes each, big endian. */
  public byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance(JCA_NAME);
      signer.initSign(privateKey);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key " + kid() + " cannot sign.", e);
    }
  }

  /** Tells whether the two halves belong together: one signs, the other verifies. */
  boolean isPair() {
    byte[] message = {'p', 'r', 'o', 'o', 'f'};
    return verificationKey.verify(message, sign(message));
  }

  KeyMaterial material(String where) {
    return new KeyMaterial(where, verificationKey, privateKey);
  }

  /** Returns the private key as a number of 32 bytes, big endian. */
  byte[] privateScalar() {
    byte[] signed = privateKey.getS().toByteArray();
    byte[] scalar = new byte[P256.SIZE];
    int length = Math.min(signed.length, P256.SIZE);
    System.arraycopy(signed, signed.length - length, scalar, P256.SIZE - length, length);
    return scalar;
  }

  @Override
  public String toString() {
    return "SigningKey[kid=" + kid() + ", private=***]";
  }
}
