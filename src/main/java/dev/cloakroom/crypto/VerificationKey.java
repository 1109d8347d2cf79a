package dev.cloakroom.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;

/**
 * A public key that verifies ES256 signatures and nothing else (<a
 * href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518 §3.4</a>).
 *
 * <p>Immutable and thread-safe.
 *
 * @param kid the key's id: the one in its JWK, else its RFC 7638 thumbprint
 * @param publicKey a point of P-256
 */
public record VerificationKey(String kid, ECPublicKey publicKey) {
  private static final int SIGNATURE_LENGTH = 2 * P256.SIZE;

  /** Refuses a key of another curve. */
  public VerificationKey {
    if (!P256.isCurveOf(publicKey)) {
      throw new IllegalArgumentException("ES256 needs a key on P-256.");
    }
  }

  /**
   * Tells whether the holder of the private key signed this message.
   *
   * @param signature r and s, 32 bytes each, big endian; anything else is not a signature
   */
  public boolean verify(byte[] message, byte[] signature) {
    return isInRange(signature) && isSignature(message, signature);
  }

  /**
   * Tells whether r and s are numbers from 1 to below the curve's order. Checked here too, because
   * not every JDK 17 does (CVE-2022-21449).
   */
  static boolean isInRange(byte[] signature) {
    return signature.length == SIGNATURE_LENGTH
        && isInRange(signature, 0)
        && isInRange(signature, P256.SIZE);
  }

  private static boolean isInRange(byte[] signature, int offset) {
    BigInteger half = new BigInteger(1, signature, offset, P256.SIZE);
    return half.signum() > 0 && half.compareTo(P256.order()) < 0;
  }

  private boolean isSignature(byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(SigningKey.JCA_NAME);
      verifier.initVerify(publicKey);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("The key " + kid + " was refused by this Java runtime.", e);
    } catch (SignatureException notWellFormed) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks ES256.", e);
    }
  }
}
