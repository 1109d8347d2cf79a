package dev.cloakroom.password;

import jakarta.security.enterprise.identitystore.PasswordHash;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords by Argon2id (<a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>) with
 * 19 MiB of memory, two passes and one lane, as OWASP advises, in the PHC string format: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$…}, 97 characters, or 116 with a pepper.
 *
 * <p>Name it as {@code hashAlgorithm} of a {@code @DatabaseIdentityStoreDefinition}, or inject it
 * into a store of your own. It verifies what else a table may hold: PBKDF2 of the servers' {@code
 * Pbkdf2PasswordHash} and of {@link Pbkdf2Sha256PasswordHash}, bcrypt, and what Spring Security
 * writes with the ids {@code bcrypt}, {@code argon2} and {@code pbkdf2}. A hash that asks for more
 * than a login may cost verifies nobody, and the log says so.
 *
 * <p>A password is hashed exactly as it is received, with nothing normalised and nothing cut off.
 * It has at most 1,024 bytes in UTF-8, no NUL and no half of a character. By a bcrypt hash, which
 * covers 72 bytes, no longer password is verified.
 *
 * <p>Parameters, all with the name of this class and a dot before them: {@code MemoryKib} (7168 to
 * 262144), {@code Iterations} (1 to 100), {@code Parallelism} (1 to 64). Thread-safe once it is
 * initialised.
 *
 * @see <a
 *     href="https://jakarta.ee/specifications/security/3.0/apidocs/jakarta.security/jakarta/security/enterprise/identitystore/passwordhash">Jakarta
 *     Security 3.0, PasswordHash</a>
 */
public final class Argon2idPasswordHash implements PasswordHash {
  private static final int MEMORY = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;

  private static final int LEAST_MEMORY = 7 * 1024;
  private static final int MOST_PASSES = 100;

  /** Memory times passes: the least that OWASP advises, five passes over 7 MiB. */
  private static final int LEAST_WORK = 5 * LEAST_MEMORY;

  private volatile Hashing<Argon2> hashing;

  /** Without a pepper: for programs that fill a table. Servers inject one as it is configured. */
  public Argon2idPasswordHash() {
    this(Pepper.NONE, new DecoyHash());
  }

  /** With a pepper, and with a decoy, which costs as much from now on. */
  public Argon2idPasswordHash(Pepper pepper, DecoyHash decoy) {
    this(Argon2.id(MEMORY, PASSES, LANES), pepper, decoy);
  }

  Argon2idPasswordHash(Argon2 derivation, Pepper pepper, DecoyHash decoy) {
    this.hashing = new Hashing<>(derivation, Argon2Form::write, pepper, decoy);
  }

  /**
   * Takes other parameters for new hashes.
   *
   * @throws IllegalArgumentException if one is unknown or out of its range, or together they are
   *     weaker than five passes over 7 MiB, or more than a login may cost
   */
  @Override
  public void initialize(Map<String, String> parameters) {
    HashParameters given =
        new HashParameters(
            Argon2idPasswordHash.class,
            parameters,
            Set.of("MemoryKib", "Iterations", "Parallelism"));
    int memory = given.number("MemoryKib", MEMORY, LEAST_MEMORY, Argon2.MOST_MEMORY);
    int passes = given.number("Iterations", PASSES, 1, MOST_PASSES);
    int lanes = given.number("Parallelism", LANES, 1, Argon2.MOST_LANES);
    requireAffordableWork((long) memory * passes);
    hashing = hashing.by(Argon2.id(memory, passes, lanes));
  }

  private static void requireAffordableWork(long work) {
    if (work < LEAST_WORK || work > Argon2.MOST_WORK) {
      throw new IllegalArgumentException(
          "Argon2idPasswordHash.MemoryKib times Iterations is %s. Allowed: %s to %s."
              .formatted(work, LEAST_WORK, Argon2.MOST_WORK));
    }
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
    return "Argon2idPasswordHash[" + hashing + "]";
  }
}
