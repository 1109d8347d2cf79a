package dev.cloakroom.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A password as it is hashed: in UTF-8, exactly as it was received, without any normalisation, and
 * never shortened. The bytes are wiped when it is closed; the characters are their owner's to wipe.
 *
 * <p>Belongs to one thread.
 */
final class PasswordBytes implements AutoCloseable {
  static final int MOST = 1024;

  /** In UTF-8, of one character of Java; a pair of surrogates has four. */
  private static final int MOST_OF_A_CHARACTER = 3;

  private final byte[] bytes;
  private final @Nullable String problem;

  private PasswordBytes(byte[] bytes, @Nullable String problem) {
    this.bytes = bytes;
    this.problem = problem;
  }

  /** The bytes of a password; where it cannot be hashed, there is a problem. */
  static PasswordBytes of(char[] password) {
    if (password.length > MOST) {
      return unusable("A password has at most 1,024 bytes in UTF-8; this one has more.");
    }
    byte[] room = new byte[password.length * MOST_OF_A_CHARACTER];
    try {
      ByteBuffer written = ByteBuffer.wrap(room);
      return encode(password, written)
          ? usable(Arrays.copyOf(room, written.position()))
          : unusable("A password is text; this one has half of a character (a lone surrogate).");
    } finally {
      Arrays.fill(room, (byte) 0);
    }
  }

  /** Not as {@code String.getBytes} does, for which one lone surrogate is as good as another. */
  private static boolean encode(char[] password, ByteBuffer room) {
    CharsetEncoder encoder = UTF_8.newEncoder();
    return !encoder.encode(CharBuffer.wrap(password), room, true).isError()
        && !encoder.flush(room).isError();
  }

  /** With a zero byte some algorithms would take two passwords for the same. */
  private static PasswordBytes usable(byte[] bytes) {
    String problem = null;
    if (bytes.length > MOST) {
      problem = "A password has at most 1,024 bytes in UTF-8; this one has " + bytes.length + ".";
    } else if (hasZero(bytes)) {
      problem = "A password is text; this one has a NUL character.";
    }
    return new PasswordBytes(bytes, problem);
  }

  private static PasswordBytes unusable(String problem) {
    return new PasswordBytes(new byte[0], problem);
  }

  private static boolean hasZero(byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  /** Why the password cannot be hashed, in a sentence; null if it can. */
  @Nullable String problem() {
    return problem;
  }

  /** The array itself, which is wiped at the end; empty or too long where there is a problem. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "PasswordBytes[***]";
  }
}
