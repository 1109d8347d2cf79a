package dev.cloakroom.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that authenticates messages by HMAC-SHA256 (<a
 * href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>), for one purpose only.
 *
 * <p>A message is given in parts. Each part is preceded by its length (4 bytes, big endian), so
 * that no two lists of parts ever make the same message: {@code ("ab", "c")} is not {@code ("a",
 * "bc")}. Thread-safe. It is always the same key, unless it was derived from keys that change
 * ({@link KeySource}): then it is what they give when it is used.
 */
public final class MacKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_BYTES = 32;
  private static final int MIN_MARK = 8;

  /** The one in force, and those of before. */
  private final Supplier<List<SecretKey>> keys;

  /**
   * Takes the bytes of a key, which are copied.
   *
   * @param bytes at least 32 random or derived bytes, never a password (<a
   *     href="https://www.rfc-editor.org/rfc/rfc7518#section-3.2">RFC 7518 §3.2</a>)
   * @throws IllegalArgumentException if there are fewer
   */
  public MacKey(byte[] bytes) {
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "An HMAC-SHA256 key has at least 256 bits (32 bytes), not "
              + bytes.length * 8
              + " (RFC 7518 §3.2); make one with: openssl rand -base64 32");
    }
    List<SecretKey> only = List.of(new SecretKeySpec(bytes, ALGORITHM));
    this.keys = () -> only;
  }

  private MacKey(Supplier<List<SecretKey>> keys) {
    this.keys = keys;
  }

  /** The key that is given at each use. */
  static MacKey following(Supplier<MacKey> current) {
    return new MacKey(() -> current.get().keys.get());
  }

  /** This key, by which what earlier keys made stays genuine as well. */
  MacKey after(List<MacKey> earlierKeys) {
    List<SecretKey> all =
        Stream.concat(Stream.of(this), earlierKeys.stream())
            .flatMap(one -> one.keys.get().stream())
            .toList();
    return new MacKey(() -> all);
  }

  /** Returns the 32 bytes that authenticate these parts, in this order. */
  public byte[] mac(byte[]... parts) {
    return mac(keys.get().get(0), parts);
  }

  private static byte[] mac(SecretKey key, byte[]... parts) {
    Mac mac = initialised(key);
    for (byte[] part : parts) {
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
      mac.update(part);
    }
    return mac.doFinal();
  }

  /**
   * Returns the first bytes of what {@link #mac(byte[]...)} gives: a mark by which what is ours is
   * told from what is not, where a guess that succeeds gains nobody anything.
   *
   * @param length how many, at least 8
   */
  public byte[] mac(int length, byte[]... parts) {
    requireMark(length);
    return Arrays.copyOf(mac(parts), length);
  }

  private static void requireMark(int length) {
    if (length < MIN_MARK) {
      throw new IllegalArgumentException("A mark has at least 8 bytes, not " + length + ".");
    }
  }

  /** As {@link #verify}, of what {@link #mac(int, byte[]...)} gives, by the length of the mark. */
  public boolean verifyShort(byte[] mark, byte[]... parts) {
    requireMark(mark.length);
    return keys.get().stream()
        .anyMatch(key -> MessageDigest.isEqual(Arrays.copyOf(mac(key, parts), mark.length), mark));
  }

  /**
   * Tells whether the tag is what {@link #mac(byte[]...)} gives for these parts, or gave when an
   * earlier key was in force; in constant time for each key.
   */
  public boolean verify(byte[] tag, byte[]... parts) {
    return keys.get().stream().anyMatch(key -> MessageDigest.isEqual(mac(key, parts), tag));
  }

  @Override
  public String toString() {
    return "MacKey[***]";
  }

  private static Mac initialised(SecretKey key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks HmacSHA256.", e);
    }
  }
}
