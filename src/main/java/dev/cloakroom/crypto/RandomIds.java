package dev.cloakroom.crypto;

import java.security.SecureRandom;

/**
 * The one source of identifiers, secrets and salts in the server's half, all from a cryptographic
 * random generator.
 *
 * <p>Identifiers are plain random bits in base64url, not UUIDs, whose fixed bits and printed form
 * waste what an attacker has to guess. Thread-safe.
 */
public final class RandomIds {
  private static final int ID_BYTES = 16;
  private static final int SECRET_BYTES = 32;

  private final SecureRandom random;

  /** Takes the platform's generator. */
  public RandomIds() {
    this(new SecureRandom());
  }

  /** Takes the given generator, which must be cryptographically strong. */
  public RandomIds(SecureRandom random) {
    this.random = random;
  }

  /** Returns a new login session id: 128 random bits, 22 characters of base64url. */
  public String sessionId() {
    return Base64Url.encode(salt(ID_BYTES));
  }

  /** Returns a new token id ({@code jti}): 128 random bits, 22 characters of base64url. */
  public String tokenId() {
    return Base64Url.encode(salt(ID_BYTES));
  }

  /** Returns a new secret: 256 random bits, 43 characters of base64url. */
  public Secret secret() {
    return new Secret(Base64Url.encode(salt(SECRET_BYTES)));
  }

  /**
   * Returns random bytes.
   *
   * @param length how many, at least 1
   */
  public byte[] salt(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("A salt has at least 1 byte, not " + length + ".");
    }
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
