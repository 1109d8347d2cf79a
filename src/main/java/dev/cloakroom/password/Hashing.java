package dev.cloakroom.password;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.crypto.RandomIds;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords by one derivation, and verifies them by whatever is stored. Immutable and
 * thread-safe.
 *
 * @param <D> the kind of the derivation
 */
final class Hashing<D extends Derivation> {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.password");

  static final int SALT_BYTES = 16;
  static final int HASH_BYTES = 32;

  /** How a hash is written. */
  interface Writing<D> {
    String write(D derivation, byte[] salt, byte[] hash, @Nullable String pepper);
  }

  private final D derivation;
  private final Writing<D> writing;
  private final Pepper pepper;
  private final DecoyHash decoy;
  private final RandomIds random = new RandomIds();

  Hashing(D derivation, Writing<D> writing, Pepper pepper, DecoyHash decoy) {
    this.derivation = derivation;
    this.writing = writing;
    this.pepper = pepper;
    this.decoy = decoy;
    decoy.likeNew(derivation);
  }

  /** The same by other parameters. */
  Hashing<D> by(D other) {
    return new Hashing<>(other, writing, pepper, decoy);
  }

  /**
   * Hashes a password with a salt of its own.
   *
   * @throws IllegalArgumentException if it cannot be hashed as it is; the message is for its owner
   */
  String generate(char[] password) {
    try (PasswordBytes given = PasswordBytes.of(password)) {
      String problem = given.problem();
      if (problem != null) {
        throw new IllegalArgumentException(problem);
      }
      byte[] hashed = pepper.into(given.bytes(), pepper.first());
      byte[] salt = random.salt(SALT_BYTES);
      byte[] hash = derivation.derive(hashed, salt, HASH_BYTES);
      Arrays.fill(hashed, (byte) 0);
      return writing.write(derivation, salt, hash, pepper.first());
    } catch (UnusableHashException noSuchPepper) {
      throw new IllegalStateException("The first pepper is always there.", noSuchPepper);
    }
  }

  /**
   * Tells whether a password is the one of which something is stored. Whoever listens on this
   * thread ({@link Verifications}) is told that it was asked, and if a new hash would be better. It
   * costs no less where nothing is stored, or nothing that can be verified by.
   *
   * @param stored null or empty where nobody can log in by password
   */
  boolean verify(char[] password, @Nullable String stored) {
    try (PasswordBytes given = PasswordBytes.of(password)) {
      if (given.problem() != null) {
        return false;
      }
      Verifications.tell();
      if (stored == null || stored.isEmpty()) {
        return refuse(given.bytes());
      }
      return verify(given.bytes(), stored, password);
    }
  }

  private boolean verify(byte[] bytes, String stored, char[] password) {
    try {
      StoredHash read = StoredHash.read(stored);
      boolean same = read.matches(bytes, pepper);
      read.setAnExampleTo(decoy);
      if (same && !read.isAsGoodAs(derivation, SALT_BYTES, HASH_BYTES, pepper.first())) {
        Verifications.tellOutdated(stored, password, this);
      }
      return same;
    } catch (UnusableHashException unusable) {
      LOG.log(WARNING, "Nobody can log in by a stored password. {0}", unusable.getMessage());
      return refuse(bytes);
    }
  }

  /** As costly as a wrong password. */
  private boolean refuse(byte[] password) {
    decoy.verify(password);
    return false;
  }

  @Override
  public String toString() {
    return "Hashing[" + derivation + "]";
  }
}
