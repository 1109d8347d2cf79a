package dev.cloakroom.crypto;

import dev.cloakroom.config.OwnAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;

/**
 * A key pair that signs by ES256 (ECDSA on P-256 with SHA-256, <a
 * href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518 §3.4</a>) or by Ed25519 (<a
 * href="https://www.rfc-editor.org/rfc/rfc8037#section-3.1">RFC 8037 §3.1</a>).
 *
 * <p>Immutable and thread-safe. The private key does not leave this package.
 */
public final class SigningKey {
  private final VerificationKey verificationKey;
  private final PrivateKey privateKey;

  SigningKey(VerificationKey verificationKey, PrivateKey privateKey) {
    this.verificationKey = verificationKey;
    this.privateKey = privateKey;
  }

  /** Makes a new one. */
  public static SigningKey generate(OwnAlgorithm algorithm) {
    KeyPair pair = OwnKeys.generate(algorithm);
    String kid = OwnKeys.thumbprint(pair.getPublic());
    return new SigningKey(new VerificationKey(kid, pair.getPublic()), pair.getPrivate());
  }

  /** Returns the key's id, which goes into the header of what it signs. */
  public String kid() {
    return verificationKey.kid();
  }

  /** Returns the public half. */
  public VerificationKey verificationKey() {
    return verificationKey;
  }

  /** Returns the signature of the message: 64 bytes as JWS has them. */
  public byte[] sign(byte[] message) {
    try {
      return signature(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key " + kid() + " cannot sign.", e);
    }
  }

  private byte[] signature(byte[] message) throws GeneralSecurityException {
    Signature signer = verificationKey.algorithm().newSignature();
    signer.initSign(privateKey);
    signer.update(message);
    return signer.sign();
  }

  /**
   * Tells whether the two halves belong together: one signs, the other verifies. So do not halves
   * of two kinds, nor a private one that is no number of the curve.
   */
  boolean isPair() {
    byte[] message = {'p', 'r', 'o', 'o', 'f'};
    try {
      return verificationKey.verify(message, signature(message));
    } catch (GeneralSecurityException | RuntimeException noPair) {
      return false;
    }
  }

  KeyMaterial material(String where) {
    return new KeyMaterial(where, verificationKey, privateKey);
  }

  /** Returns what nobody else knows of the private key: 32 bytes. */
  byte[] secret() {
    return OwnKeys.secretOf(privateKey);
  }

  /** Returns both halves as a JWK, for what seals it. */
  String jwk() {
    return OwnKeys.jwk(verificationKey, privateKey).toJSONString();
  }

  @Override
  public String toString() {
    return "SigningKey[kid=" + kid() + ", private=***]";
  }
}
