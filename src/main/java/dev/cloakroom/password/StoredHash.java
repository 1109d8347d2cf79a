package dev.cloakroom.password;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stored of a password, read. Immutable and thread-safe. */
final class StoredHash {
  private static final int LONGEST = 1024;
  private static final int LEAST_SALT = 8;
  private static final int LEAST_HASH = 16;
  private static final int MOST_BYTES = 128;

  private static final List<HashForm> FORMS =
      List.of(
          new Argon2Form(),
          new Pbkdf2Form(),
          new BcryptForm(),
          new SoteriaForm(),
          new SpringForm());

  private final Derivation derivation;
  private final byte[] salt;
  private final byte[] hash;
  private final @Nullable String pepper;

  /**
   * A hash.
   *
   * @param pepper the name of the key that the password was peppered with; null for none
   * @throws UnusableHashException if salt or hash are too short to prove anything, or too long
   */
  StoredHash(Derivation derivation, byte[] salt, byte[] hash, @Nullable String pepper)
      throws UnusableHashException {
    UnusableHashException.requireWithin("bytes of salt", salt.length, LEAST_SALT, MOST_BYTES);
    UnusableHashException.requireWithin("bytes of hash", hash.length, LEAST_HASH, MOST_BYTES);
    this.derivation = derivation;
    this.salt = salt;
    this.hash = hash;
    this.pepper = pepper;
  }

  /**
   * Reads what is stored, in any of the forms.
   *
   * @throws UnusableHashException if it is in none of them, or asks for more than is given
   */
  static StoredHash read(String stored) throws UnusableHashException {
    if (stored.length() <= LONGEST) {
      for (HashForm form : FORMS) {
        StoredHash read = form.read(stored);
        if (read != null) {
          return read;
        }
      }
    }
    throw new UnusableHashException(
        "Its "
            + stored.length()
            + " characters are no hash of a known form: $argon2id$, $argon2i$, $argon2d$,"
            + " $pbkdf2-sha256$, $2a$, $2b$, $2y$, PBKDF2WithHmacSHA…:, {bcrypt}, {argon2} or"
            + " {pbkdf2}.");
  }

  /**
   * Tells whether it is the hash of a password, in constant time.
   *
   * @throws UnusableHashException if its pepper is not there
   */
  boolean matches(byte[] password, Pepper peppers) throws UnusableHashException {
    byte[] hashed = peppers.into(password, pepper);
    try {
      return MessageDigest.isEqual(hash, derivation.derive(hashed, salt, hash.length))
          && derivation.reads(hashed);
    } finally {
      if (hashed != password) {
        Arrays.fill(hashed, (byte) 0);
      }
    }
  }

  /** Has a decoy cost as much. */
  void setAnExampleTo(DecoyHash decoy) {
    decoy.likeStored(derivation, hash.length);
  }

  /** Whether it is as good as a new one. */
  boolean isAsGoodAs(
      Derivation wanted, int saltBytes, int hashBytes, @Nullable String wantedPepper) {
    return derivation.isAtLeast(wanted)
        && salt.length >= saltBytes
        && hash.length >= hashBytes
        && (wantedPepper == null || wantedPepper.equals(pepper));
  }

  @Override
  public String toString() {
    return "StoredHash[" + derivation + "]";
  }
}
