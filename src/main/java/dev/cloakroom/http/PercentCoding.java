package dev.cloakroom.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes the names and values of an urlencoded form, or says that they cannot be decoded. */
final class PercentCoding {

  private PercentCoding() {}

  /** The index of a byte from {@code start} on, or {@code end}. */
  static int indexOrEnd(byte[] bytes, char wanted, int start, int end) {
    int i = start;
    while (i < end && bytes[i] != wanted) {
      i++;
    }
    return i;
  }

  /** The text of a part of a body; empty for an incomplete escape or bytes that are not UTF-8. */
  static Optional<String> decode(byte[] bytes, int start, int end) {
    ByteBuffer decoded = ByteBuffer.allocate(end - start);
    int i = start;
    while (i < end) {
      int octet = octet(bytes, i, end);
      if (octet < 0) {
        return Optional.empty();
      }
      decoded.put((byte) octet);
      i += bytes[i] == '%' ? 3 : 1;
    }
    return text(decoded.flip());
  }

  private static int octet(byte[] bytes, int i, int end) {
    if (bytes[i] == '+') {
      return ' ';
    }
    if (bytes[i] != '%') {
      return bytes[i] & 0xff;
    }
    if (i + 2 >= end) {
      return -1;
    }
    int high = Grammar.hexDigit(bytes[i + 1] & 0xff);
    int low = Grammar.hexDigit(bytes[i + 2] & 0xff);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static Optional<String> text(ByteBuffer bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
