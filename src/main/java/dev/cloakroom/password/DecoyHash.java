package dev.cloakroom.password;

import org.jspecify.annotations.Nullable;

/**
 * What is hashed where there is no stored hash to compare with, so that no answer's time tells
 * which names exist: it costs what the last stored hash did that anybody's password was verified
 * by, and until then what a new one does. Thread-safe.
 */
public final class DecoyHash {
  private static final byte[] SALT = new byte[Hashing.SALT_BYTES];

  private volatile @Nullable Cost ofNew;
  private volatile @Nullable Cost ofStored;

  /** Hashes nothing, until there is a hash to be like. */
  public DecoyHash() {}

  void likeNew(Derivation derivation) {
    ofNew = new Cost(derivation, Hashing.HASH_BYTES);
  }

  void likeStored(Derivation derivation, int length) {
    ofStored = new Cost(derivation, length);
  }

  /**
   * Costs what it does to verify a wrong password.
   *
   * @param password whose array is neither changed nor kept
   */
  public void verify(char[] password) {
    try (PasswordBytes given = PasswordBytes.of(password)) {
      if (given.problem() == null) {
        verify(given.bytes());
      }
    }
  }

  void verify(byte[] password) {
    Cost cost = ofStored == null ? ofNew : ofStored;
    if (cost != null) {
      cost.derivation.derive(password, SALT, cost.length);
    }
  }

  /** An algorithm with its parameters, and how many bytes are made by it. */
  private record Cost(Derivation derivation, int length) {}
}
