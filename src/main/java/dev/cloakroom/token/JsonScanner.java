package dev.cloakroom.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the tokens of a JSON text one after the other. */
final class JsonScanner {
  /** Short enough that no arithmetic on it is costly. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?");

  private static final char END = '\0';

  private final String text;
  private int position;

  JsonScanner(String text) {
    this.text = text;
  }

  /** Returns the next character without taking it; NUL, which no JSON holds, at the end. */
  char peek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  boolean accept(char wanted) {
    if (position < text.length() && text.charAt(position) == wanted) {
      position++;
      return true;
    }
    return false;
  }

  void expect(char wanted) throws MalformedJsonException {
    if (!accept(wanted)) {
      throw new MalformedJsonException();
    }
  }

  void expectEnd() throws MalformedJsonException {
    if (position < text.length()) {
      throw new MalformedJsonException();
    }
  }

  void skipSpace() {
    while (position < text.length() && isSpace(text.charAt(position))) {
      position++;
    }
  }

  <T> T literal(String word, T value) throws MalformedJsonException {
    if (!text.startsWith(word, position)) {
      throw new MalformedJsonException();
    }
    position += word.length();
    return value;
  }

  String number() throws MalformedJsonException {
    Matcher number = NUMBER.matcher(text).region(position, text.length());
    if (!number.lookingAt()) {
      throw new MalformedJsonException();
    }
    position = number.end();
    return number.group();
  }

  String string() throws MalformedJsonException {
    expect('"');
    int begin = position;
    StringBuilder escaped = null;
    for (char c = take(); c != '"'; c = take()) {
      if (c < ' ') {
        throw new MalformedJsonException();
      }
      if (c == '\\' && escaped == null) {
        escaped = new StringBuilder(text.substring(begin, position - 1));
      }
      if (escaped != null) {
        escaped.append(c == '\\' ? escape() : c);
      }
    }
    return escaped == null ? text.substring(begin, position - 1) : wellFormed(escaped);
  }

  private char escape() throws MalformedJsonException {
    char c = take();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw new MalformedJsonException();
    };
  }

  private char unicode() throws MalformedJsonException {
    int codeUnit = 0;
    for (int i = 0; i < 4; i++) {
      char c = take();
      // Character.digit alone would take the digits of every script
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw new MalformedJsonException();
      }
      codeUnit = codeUnit << 4 | digit;
    }
    return (char) codeUnit;
  }

  private char take() throws MalformedJsonException {
    if (position == text.length()) {
      throw new MalformedJsonException();
    }
    return text.charAt(position++);
  }

  private static String wellFormed(StringBuilder escaped) throws MalformedJsonException {
    String string = escaped.toString();
    if (!Unicode.isWellFormed(string)) {
      throw new MalformedJsonException();
    }
    return string;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
