package dev.cloakroom.password;

import jakarta.security.enterprise.identitystore.PasswordHash;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords by PBKDF2 with HMAC-SHA-256 (<a
 * href="https://www.rfc-editor.org/rfc/rfc8018#section-5.2">RFC 8018 §5.2</a>) and 600,000
 * iterations, as OWASP advises where FIPS 140 rules Argon2 out: {@code $pbkdf2-sha256$i=600000$…}.
 *
 * <p>In all else it is as {@link Argon2idPasswordHash}, and verifies the same. Parameter: {@code
 * Pbkdf2Sha256PasswordHash.Iterations} (600000 to 10000000). Thread-safe once it is initialised.
 */
public final class Pbkdf2Sha256PasswordHash implements PasswordHash {
  private static final int ITERATIONS = 600_000;

  private volatile Hashing<Pbkdf2> hashing;

  /** Without a pepper: for programs that fill a table. Servers inject one as it is configured. */
  public Pbkdf2Sha256PasswordHash() {
    this(Pepper.NONE, new DecoyHash());
  }

  /** With a pepper, and with a decoy, which costs as much from now on. */
  public Pbkdf2Sha256PasswordHash(Pepper pepper, DecoyHash decoy) {
    this(ITERATIONS, pepper, decoy);
  }

  Pbkdf2Sha256PasswordHash(int iterations, Pepper pepper, DecoyHash decoy) {
    this.hashing = new Hashing<>(derivation(iterations), Pbkdf2Form::write, pepper, decoy);
  }

  private static Pbkdf2 derivation(int iterations) {
    return new Pbkdf2(Pbkdf2.Digest.SHA256, iterations);
  }

  /**
   * Takes another parameter for new hashes.
   *
   * @throws IllegalArgumentException if it is unknown or out of its range
   */
  @Override
  public void initialize(Map<String, String> parameters) {
    HashParameters given =
        new HashParameters(Pbkdf2Sha256PasswordHash.class, parameters, Set.of("Iterations"));
    hashing =
        hashing.by(
            derivation(given.number("Iterations", ITERATIONS, ITERATIONS, Pbkdf2.MOST_ITERATIONS)));
  }

  /**
   * Hashes a new password.
   *
   * @throws IllegalArgumentException if it cannot be hashed as it is; the message is for its owner
   */
  @Override
  public String generate(char[] password) {
    return hashing.generate(password);
  }

  /** Whether a password is the one of which this is stored; not, where nothing is. */
  @Override
  public boolean verify(char[] password, @Nullable String hashedPassword) {
    return hashing.verify(password, hashedPassword);
  }

  @Override
  public String toString() {
    return "Pbkdf2Sha256PasswordHash[" + hashing + "]";
  }
}
