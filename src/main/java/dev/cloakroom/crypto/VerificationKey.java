package dev.cloakroom.crypto;

import java.security.PublicKey;

/**
 * A public key that verifies our own tokens by its one algorithm, ES256 (<a
 * href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518 §3.4</a>) or Ed25519 (<a
 * href="https://www.rfc-editor.org/rfc/rfc8037#section-3.1">RFC 8037 §3.1</a>), and by nothing
 * else.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kid the key's id: the one in its JWK, else its RFC 7638 thumbprint
 * @param publicKey a point of P-256 or of Ed25519
 * @param algorithm the one that the key is for
 */
public record VerificationKey(String kid, PublicKey publicKey, SignatureAlgorithm algorithm) {

  /** Refuses a key of another kind than the algorithm's. */
  public VerificationKey {
    if (!algorithm.fits(publicKey)) {
      throw new IllegalArgumentException(algorithm + " needs a key of another kind.");
    }
  }

  /** A key whose kind says what it is for; anything but P-256 and Ed25519 is refused. */
  public VerificationKey(String kid, PublicKey publicKey) {
    this(kid, publicKey, OwnKeys.algorithmOf(publicKey).orElse(SignatureAlgorithm.ES256));
  }

  /** What headers and JWKs call the algorithm. */
  public String algorithmName() {
    return OwnKeys.jwsName(algorithm);
  }

  /**
   * Tells whether the holder of the private key signed this message.
   *
   * @param signature 64 bytes as JWS has them; anything else is not a signature
   */
  public boolean verify(byte[] message, byte[] signature) {
    return algorithm.verify(publicKey, message, signature);
  }
}
