package dev.cloakroom.cdi;

import java.util.HexFormat;

/**
 * Makes text from outside fit for one line of a log: whatever could end the line, move the cursor,
 * colour it or turn it around is written as a Java escape.
 */
final class LogText {
  private static final HexFormat HEX = HexFormat.of();

  private LogText() {}

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(encoded, point));
    return encoded.toString();
  }

  private static void append(StringBuilder encoded, int point) {
    if (isPlain(point)) {
      encoded.appendCodePoint(point);
    } else {
      for (char unit : Character.toChars(point)) {
        encoded.append("\\u").append(HEX.toHexDigits(unit));
      }
    }
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> point != '\\';
    };
  }
}
