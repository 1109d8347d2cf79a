package dev.cloakroom.http;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place on this server to redirect to: an absolute path with an optional query and fragment (<a
 * href="https://www.rfc-editor.org/rfc/rfc3986#section-4.2">RFC 3986 §4.2</a>, {@code
 * path-absolute}). What a browser, a proxy or a container could read as another host is refused: in
 * the path a second slash, a backslash, dot segments and control characters, and the encoded forms
 * of all of these; white space and control characters anywhere. Behind the path anything else may
 * stand, as browsers send it.
 *
 * @param value begins with one slash; at most {@link #MAX_LENGTH} printable ASCII characters
 */
public record LocalTarget(String value) {

  /**
   * The longest target, in characters. There are servers that read no more than 8 KiB of all
   * headers.
   */
  public static final int MAX_LENGTH = 7168;

  private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

  public LocalTarget {
    if (!isLocal(value)) {
      throw new IllegalArgumentException("A local target must be a path such as /start");
    }
  }

  /** The target that a text names; empty if it is absent or not surely local. */
  public static Optional<LocalTarget> parse(@Nullable String text) {
    return text != null && isLocal(text) ? Optional.of(new LocalTarget(text)) : Optional.empty();
  }

  private static boolean isLocal(String text) {
    return text.startsWith("/")
        && text.length() <= MAX_LENGTH
        && text.chars().allMatch(c -> c > ' ' && c <= '~')
        && isPlainPath(path(text));
  }

  private static String path(String text) {
    int query = Grammar.nextOrEnd(text, '?', 0);
    return text.substring(0, Math.min(query, Grammar.nextOrEnd(text, '#', 0)));
  }

  /** The path, as it stands there. */
  public String path() {
    return path(value);
  }

  /** The query, as it stands there; empty for none. */
  public String query() {
    String whole = value.substring(0, Grammar.nextOrEnd(value, '#', 0));
    return whole.substring(Math.min(whole.length(), Grammar.nextOrEnd(whole, '?', 0) + 1));
  }

  private static boolean hasOnlyAllowedCharacters(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\' || (c == '%' && isForbiddenEscape(path, i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the escape at an index is incomplete, or hides a control character or backslash. */
  private static boolean isForbiddenEscape(String text, int percent) {
    int octet = octet(text, percent);
    return octet < ' ' || octet == 0x7f || octet == '\\';
  }

  private static int octet(String text, int percent) {
    if (percent + 2 >= text.length()) {
      return -1;
    }
    int high = Grammar.hexDigit(text.charAt(percent + 1));
    int low = Grammar.hexDigit(text.charAt(percent + 2));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static boolean isPlainPath(String path) {
    return hasOnlyAllowedCharacters(path) && hasOnlyPlainSegments(path);
  }

  private static boolean hasOnlyPlainSegments(String path) {
    String decoded = path.replaceAll("%2[fF]", "/").replaceAll("%2[eE]", ".");
    if (decoded.contains("//")) {
      return false;
    }
    for (String segment : decoded.split("/", -1)) {
      if (DOT_SEGMENTS.contains(segment)) {
        return false;
      }
    }
    return true;
  }
}
