package dev.cloakroom.password;

import java.util.Arrays;

/** A hash by which a password was just verified, and that a better one can replace. */
public final class OutdatedHash {
  private final String stored;
  private final char[] password;
  private final Hashing<?> hashing;

  /**
   * A hash that is outdated.
   *
   * @param password an array of its own, to be wiped
   */
  OutdatedHash(String stored, char[] password, Hashing<?> hashing) {
    this.stored = stored;
    this.password = password;
    this.hashing = hashing;
  }

  /** As it is stored. */
  public String stored() {
    return stored;
  }

  /** Hashes the password anew, which costs as much as a login. */
  public String renewed() {
    return hashing.generate(password);
  }

  void wipe() {
    Arrays.fill(password, '\0');
  }

  @Override
  public String toString() {
    return "OutdatedHash[***]";
  }
}
