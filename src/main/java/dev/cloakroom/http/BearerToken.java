package dev.cloakroom.http;

import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code Authorization} header of a request says about a bearer token (<a
 * href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750 §2.1</a>, <a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-11.4">RFC 9110 §11.4</a>).
 */
public sealed interface BearerToken {

  /** The longest token that is looked at, in characters; a longer one is {@link #MALFORMED}. */
  int MAX_LENGTH = 8 * 1024;

  /** No {@code Authorization} header. */
  BearerToken ABSENT = NoToken.ABSENT;

  /** Credentials of another scheme, such as {@code Basic}; not ours to judge. */
  BearerToken OTHER_SCHEME = NoToken.OTHER_SCHEME;

  /** The scheme is {@code Bearer}, but what follows is no {@code b64token}. */
  BearerToken MALFORMED = NoToken.MALFORMED;

  /** More than one {@code Authorization} header (RFC 6750 §3.1, {@code invalid_request}). */
  BearerToken REPEATED = NoToken.REPEATED;

  /**
   * A token of the right form. Nothing is known of its meaning.
   *
   * @param text 1 to {@link #MAX_LENGTH} characters of the {@code b64token} grammar
   */
  record Token(String text) implements BearerToken {
    @Override
    public String toString() {
      return "Token[***]";
    }
  }

  /** The outcomes without a token. */
  enum NoToken implements BearerToken {
    ABSENT,
    OTHER_SCHEME,
    MALFORMED,
    REPEATED
  }

  /**
   * Reads all {@code Authorization} headers of a request as the Servlet API gives them; {@code
   * null} when the container does not tell, which is the same as none.
   */
  static BearerToken of(@Nullable Enumeration<String> headers) {
    if (headers == null || !headers.hasMoreElements()) {
      return ABSENT;
    }
    BearerToken first = parse(headers.nextElement());
    return headers.hasMoreElements() ? REPEATED : first;
  }

  /** Whether a text is one, wherever it came in. */
  static boolean isToken(String text) {
    return BearerGrammar.isToken(text, 0);
  }

  /** Reads one header value: a token, {@link #OTHER_SCHEME} or {@link #MALFORMED}. */
  static BearerToken parse(String header) {
    String value = Grammar.trim(header);
    if (!BearerGrammar.hasBearerScheme(value)) {
      return OTHER_SCHEME;
    }
    int start = BearerGrammar.tokenStart(value);
    return BearerGrammar.isToken(value, start) ? new Token(value.substring(start)) : MALFORMED;
  }
}
