package dev.cloakroom.http;

/**
 * The character classes that the header grammars share (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6">RFC 9110 §5.6</a>).
 */
public final class Grammar {

  private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

  private Grammar() {}

  /** Whether the text is a {@code token}: at least one {@code tchar} and nothing else. */
  public static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(Grammar::isTokenChar);
  }

  static boolean isTokenChar(int c) {
    return isAlphanumeric(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0;
  }

  static boolean isAlphanumeric(int c) {
    return isLetter(c) || isDigit(c);
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Whether the character is a space or a tab, the only white space inside a header (OWS). */
  static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  /** Whether the text has only characters from space to tilde. */
  public static boolean isPrintableAscii(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /** The first index from {@code start} on that is not OWS, at most {@code end}. */
  static int skipBlanks(String text, int start, int end) {
    int i = start;
    while (i < end && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /**
   * The index behind the last character before {@code end} that is not OWS, at least {@code start}.
   */
  static int trimBlanks(String text, int start, int end) {
    int i = end;
    while (i > start && isBlank(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** The text without OWS at either end. Other white space stays: it is never ours to forgive. */
  public static String trim(String text) {
    int start = skipBlanks(text, 0, text.length());
    return text.substring(start, trimBlanks(text, start, text.length()));
  }

  /** The index of the next {@code separator}, or the end of the text. */
  static int nextOrEnd(String text, char separator, int start) {
    int next = text.indexOf(separator, start);
    return next < 0 ? text.length() : next;
  }

  /** The text as a {@code quoted-string}; it must be printable ASCII. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The value of a hexadecimal digit, or −1. */
  static int hexDigit(int c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
