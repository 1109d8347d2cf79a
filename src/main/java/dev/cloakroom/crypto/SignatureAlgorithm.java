package dev.cloakroom.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The asymmetric signature algorithms of <a
 * href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1">RFC 7518 §3.1</a> and <a
 * href="https://www.rfc-editor.org/rfc/rfc9864#section-2.2">RFC 9864 §2.2</a>, for tokens of
 * others, and of ours. There are none with symmetric keys: who can verify by them could forge.
 */
@SuppressWarnings("ImmutableEnumChecker") // Java's parameters of curves and of RSA are immutable
public enum SignatureAlgorithm {
  RS256(RsaScheme.pkcs1("SHA256withRSA"), "RS256"),
  RS384(RsaScheme.pkcs1("SHA384withRSA"), "RS384"),
  RS512(RsaScheme.pkcs1("SHA512withRSA"), "RS512"),
  PS256(RsaScheme.pss("SHA-256", 32), "PS256"),
  PS384(RsaScheme.pss("SHA-384", 48), "PS384"),
  PS512(RsaScheme.pss("SHA-512", 64), "PS512"),
  ES256(new EcdsaScheme("SHA256withECDSAinP1363Format", NamedCurve.P_256), "ES256"),
  ES384(new EcdsaScheme("SHA384withECDSAinP1363Format", NamedCurve.P_384), "ES384"),
  ES512(new EcdsaScheme("SHA512withECDSAinP1363Format", NamedCurve.P_521), "ES512"),
  /** Its former name, {@code EdDSA}, stands for it as well: we have no other curve for that. */
  ED25519(new Ed25519Scheme(), "Ed25519", "EdDSA");

  private final SignatureScheme scheme;
  private final Set<String> names;

  SignatureAlgorithm(SignatureScheme scheme, String... names) {
    this.scheme = scheme;
    this.names = Set.of(names);
  }

  /** The one that a token or a key names ({@code alg}); names are case-sensitive. */
  public static Optional<SignatureAlgorithm> named(String name) {
    return Arrays.stream(values()).filter(one -> one.names.contains(name)).findFirst();
  }

  /** Whether a key is of the kind, and on the curve, that this algorithm has. */
  public boolean fits(PublicKey key) {
    return scheme.fits(key);
  }

  /**
   * Tells whether the holder of the private key signed this message by this algorithm.
   *
   * @param key one that {@link #fits}
   * @param signature in the form of JWS; anything else is not a signature
   */
  public boolean verify(PublicKey key, byte[] message, byte[] signature) {
    return isWellFormed(key, signature) && isSignature(key, message, signature);
  }

  /** Whether what should be a signature by this key has the length and the range of one. */
  boolean isWellFormed(PublicKey key, byte[] signature) {
    return scheme.isWellFormed(key, signature);
  }

  /** What signs and verifies by it, a new one for each use. */
  Signature newSignature() throws GeneralSecurityException {
    return scheme.newSignature();
  }

  private boolean isSignature(PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = newSignature();
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException notOne) {
      return false;
    }
  }

  /** Whether this Java runtime can verify by this algorithm and key. */
  public boolean isUsable(PublicKey key) {
    try {
      scheme.newSignature().initVerify(key);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
