package dev.cloakroom.config;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Random bytes that nobody else may know. Compared in constant time, never printed. */
public final class KeySecret {

  /** The least number of bytes: 256 bits, as long as the hash that uses them (RFC 7518 §3.2). */
  public static final int MIN_BYTES = 32;

  private static final int MIN_DISTINCT = 16;

  private final byte[] bytes;

  private KeySecret(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a secret in base64 or base64url, with or without padding; empty if it is neither, too
   * short, or cannot be random: the same few bytes again and again.
   */
  public static Optional<KeySecret> decode(String text) {
    String url = text.replace('+', '-').replace('/', '_');
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(url);
      return isPlausible(bytes) ? Optional.of(new KeySecret(bytes)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Of 32 random bytes, fewer than 16 differ once in 10^13 times. */
  private static boolean isPlausible(byte[] bytes) {
    BitSet values = new BitSet();
    for (byte each : bytes) {
      values.set(each & 0xff);
    }
    return bytes.length >= MIN_BYTES && values.cardinality() >= MIN_DISTINCT;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeySecret secret && MessageDigest.isEqual(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "KeySecret[***]";
  }
}
