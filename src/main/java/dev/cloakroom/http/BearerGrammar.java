package dev.cloakroom.http;

/** The parts of {@code "Bearer" 1*SP b64token}. */
final class BearerGrammar {

  private static final String SCHEME = "Bearer";
  private static final String TOKEN_PUNCTUATION = "-._~+/";

  /** Which characters of ASCII a token can have: a request has hundreds of them. */
  private static final boolean[] ALLOWED = new boolean[128];

  static {
    for (int c = 0; c < ALLOWED.length; c++) {
      ALLOWED[c] = Grammar.isAlphanumeric(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0;
    }
  }

  private BearerGrammar() {}

  /** Whether the first word is the scheme's name, in any case (RFC 9110 §11.1). */
  static boolean hasBearerScheme(String value) {
    return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && (value.length() == SCHEME.length()
            || !Grammar.isTokenChar(value.charAt(SCHEME.length())));
  }

  /** Where the token begins; the end of the value when no space follows the scheme. */
  static int tokenStart(String value) {
    int start = SCHEME.length();
    while (start < value.length() && value.charAt(start) == ' ') {
      start++;
    }
    return start == SCHEME.length() ? value.length() : start;
  }

  /** Whether all from {@code start} on is {@code 1*( ALPHA / DIGIT / "-._~+/" ) *"="}. */
  static boolean isToken(String value, int start) {
    int end = value.length();
    if (end - start > BearerToken.MAX_LENGTH) {
      return false;
    }
    while (end > start && value.charAt(end - 1) == '=') {
      end--;
    }
    return end > start && areAllAllowed(value, start, end);
  }

  /** A loop, since every request with a token comes here: a stream costs more than all the rest. */
  private static boolean areAllAllowed(String value, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = value.charAt(i);
      if (c >= ALLOWED.length || !ALLOWED[c]) {
        return false;
      }
    }
    return true;
  }
}
