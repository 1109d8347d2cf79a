package dev.cloakroom.crypto;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Reads the elements of a DER structure in order: as much of X.690 as the private keys of RFC 5208
 * and RFC 5915 need, because the JDK does not give out the public key inside them.
 */
final class Der {
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int SEQUENCE = 0x30;
  static final int CONTEXT_0 = 0xa0;
  static final int CONTEXT_1 = 0xa1;

  private static final int LONG_FORM = 0x80;

  private final ByteBuffer input;

  Der(byte[] bytes) {
    input = ByteBuffer.wrap(bytes);
  }

  /** Tells whether the next element has this tag; false at the end. */
  boolean isNext(int tag) {
    return input.hasRemaining() && (input.get(input.position()) & 0xff) == tag;
  }

  /**
   * Takes the contents of the next element.
   *
   * @throws IllegalArgumentException if it is another one, or the structure is broken
   */
  byte[] take(int tag) {
    if (!isNext(tag)) {
      throw new IllegalArgumentException("malformed DER");
    }
    try {
      input.get();
      byte[] contents = new byte[length()];
      input.get(contents);
      return contents;
    } catch (BufferUnderflowException truncated) {
      throw new IllegalArgumentException("truncated DER", truncated);
    }
  }

  Der enter(int tag) {
    return new Der(take(tag));
  }

  private int length() {
    int first = input.get() & 0xff;
    int length = first < LONG_FORM ? first : longLength(first - LONG_FORM);
    if (length > input.remaining()) {
      throw new IllegalArgumentException("truncated DER");
    }
    return length;
  }

  private int longLength(int octets) {
    if (octets == 0 || octets > 3) {
      throw new IllegalArgumentException("a DER length no key has");
    }
    int length = 0;
    for (int i = 0; i < octets; i++) {
      length = length << 8 | (input.get() & 0xff);
    }
    return length;
  }
}
