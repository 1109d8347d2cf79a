package dev.cloakroom.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one proxy says of a request in the {@code Forwarded} header (<a
 * href="https://www.rfc-editor.org/rfc/rfc7239#section-4">RFC 7239 §4</a>). None of its values
 * needs a backslash; where there is one, somebody wants to be misread.
 *
 * @param parameters their values by their names in lower case, without quotes
 */
public record ForwardedElement(Map<String, String> parameters) {

  public ForwardedElement {
    parameters = Map.copyOf(parameters);
  }

  /** The element that a text writes; null if it is malformed, a parameter that comes twice too. */
  public static @Nullable ForwardedElement parse(String text) {
    Map<String, String> parameters = new HashMap<>();
    int end;
    for (int start = 0; start <= text.length(); start = end + 1) {
      end = semicolonOrEnd(text, start);
      String pair = Grammar.trim(text.substring(start, end));
      if (!pair.isEmpty() && !add(pair, parameters)) {
        return null;
      }
    }
    return parameters.isEmpty() ? null : new ForwardedElement(parameters);
  }

  private static boolean add(String pair, Map<String, String> parameters) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      return false;
    }
    String name = pair.substring(0, equals);
    String value = value(pair.substring(equals + 1));
    return Grammar.isToken(name)
        && value != null
        && parameters.put(name.toLowerCase(Locale.ROOT), value) == null;
  }

  private static @Nullable String value(String written) {
    if (Grammar.isToken(written)) {
      return written;
    }
    int last = written.length() - 1;
    boolean isQuoted =
        last > 0
            && written.charAt(0) == '"'
            && written.indexOf('"', 1) == last
            && written.indexOf('\\') < 0
            && Grammar.isPrintableAscii(written);
    return isQuoted ? written.substring(1, last) : null;
  }

  private static int semicolonOrEnd(String text, int start) {
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return text.length();
  }

  /** The value of a parameter, such as {@code for}; null if it has none. */
  public @Nullable String parameter(String name) {
    return parameters.get(name);
  }
}
