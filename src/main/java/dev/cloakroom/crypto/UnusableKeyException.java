package dev.cloakroom.crypto;

/**
 * A configured key cannot be used, so that nothing can be signed or verified and the deployment
 * must stop. The message says what is wrong, where, what is allowed and how to fix it, and never
 * shows a key.
 */
public final class UnusableKeyException extends RuntimeException {
  static final String MAKE_A_KEY =
      "Make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem";

  private static final String ALLOWED =
      "Allowed: an EC P-256 or Ed25519 private key with its public key, as PEM (PKCS#8 or SEC 1),"
          + " JWK, JWKS or PKCS#12, or a directory of them.";

  private static final long serialVersionUID = 1L;

  private final String problem;

  UnusableKeyException(String where, String problem, String remedy) {
    super("No usable key in " + where + ": " + problem + ". " + ALLOWED + " " + remedy);
    this.problem = where + ": " + problem;
  }

  /** Where something is wrong and what, without what a key of our own must be. */
  public String problem() {
    return problem;
  }
}
