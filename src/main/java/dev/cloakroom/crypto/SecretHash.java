package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The SHA-256 hash of a secret, which is all that a store keeps of it: who reads the store cannot
 * show the ticket.
 *
 * <p>One round without salt is enough because a secret has 144 random bits at least, or 80 and
 * whose it is before them; passwords are hashed elsewhere. Immutable and thread-safe.
 */
public final class SecretHash {
  /** How many bytes it has. */
  public static final int LENGTH = 32;

  /**
   * One for each thread. It is of the JDK, so that a thread of the server holds nothing of ours.
   */
  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(SecretHash::digest);

  private final byte[] bytes;

  private SecretHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Hashes a secret's text. */
  public static SecretHash of(String secret) {
    return new SecretHash(sha256(secret));
  }

  /**
   * Restores a hash that {@link #toBytes()} gave.
   *
   * @param stored 32 bytes, which are copied
   * @throws IllegalArgumentException if there are not 32
   */
  public static SecretHash fromBytes(byte[] stored) {
    if (stored.length != LENGTH) {
      throw new IllegalArgumentException(
          "A stored secret hash has 32 bytes, not " + stored.length + ".");
    }
    return new SecretHash(stored.clone());
  }

  /** Tells in constant time whether this is the hash of the candidate. */
  public boolean matches(String candidate) {
    return MessageDigest.isEqual(bytes, sha256(candidate));
  }

  /** Returns a copy of the 32 bytes, for a store. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretHash that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SecretHash[***]";
  }

  /** To make a digest, and to find who makes one, costs several times what it then does. */
  private static byte[] sha256(String text) {
    MessageDigest digest = DIGEST.get();
    digest.reset();
    return digest.digest(text.getBytes(UTF_8));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256.", e);
    }
  }
}
