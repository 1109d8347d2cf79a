package dev.cloakroom.http;

import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds one cookie in the {@code Cookie} headers of a request (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.2">RFC
 * 6265bis §4.2</a>). One pass over the text; only the value found is copied.
 *
 * <p>Names are compared case-sensitively (§5.4). A value may be in double quotes, but a semicolon
 * always ends it: quotes that could hide one would let another cookie swallow ours. The {@code
 * $Path} and {@code $Version} of RFC 2965, which Java's {@code CookieManager} sends, are cookies of
 * other names and so passed over, as is everything else that is not asked for.
 */
public final class CookieHeader {

  private CookieHeader() {}

  /**
   * The value of a cookie in the headers as the Servlet API gives them; {@code null} when the
   * container does not tell, which is the same as none.
   */
  public static CookieLookup find(@Nullable Enumeration<String> headers, String name) {
    return headers == null ? CookieLookup.ABSENT : find(headers.asIterator(), name);
  }

  /** The value of a cookie in all the {@code Cookie} headers of a request. */
  public static CookieLookup find(Iterable<String> headers, String name) {
    return find(headers.iterator(), name);
  }

  /** All values that came for a name, each once, in their order. */
  public static Set<String> values(@Nullable Enumeration<String> headers, String name) {
    Set<String> values = new LinkedHashSet<>();
    while (headers != null && headers.hasMoreElements()) {
      String header = headers.nextElement();
      int end;
      for (int start = 0; start < header.length(); start = end + 1) {
        end = Grammar.nextOrEnd(header, ';', start);
        int value = valueStart(header, start, end, name);
        if (value >= 0) {
          values.add(value(header, value, end));
        }
      }
    }
    return values;
  }

  private static CookieLookup find(Iterator<String> headers, String name) {
    String found = null;
    while (headers.hasNext()) {
      String header = headers.next();
      int end;
      for (int start = 0; start < header.length(); start = end + 1) {
        end = Grammar.nextOrEnd(header, ';', start);
        int value = valueStart(header, start, end, name);
        if (value < 0) {
          continue;
        }
        if (found == null) {
          found = value(header, value, end);
        } else if (!isValue(header, value, end, found)) {
          return CookieLookup.CONFLICT;
        }
      }
    }
    return found == null ? CookieLookup.ABSENT : new CookieLookup.Found(found);
  }

  /** Where the value begins in the pair from {@code start} to {@code end}; −1 for another name. */
  private static int valueStart(String header, int start, int end, String name) {
    int nameStart = Grammar.skipBlanks(header, start, end);
    if (!header.startsWith(name, nameStart)) {
      return -1;
    }
    int equals = Grammar.skipBlanks(header, nameStart + name.length(), end);
    return equals < end && header.charAt(equals) == '=' ? equals + 1 : -1;
  }

  private static String value(String header, int start, int end) {
    int from = Grammar.skipBlanks(header, start, end);
    int to = Grammar.trimBlanks(header, from, end);
    return isQuoted(header, from, to)
        ? header.substring(from + 1, to - 1)
        : header.substring(from, to);
  }

  /** The same as comparing with {@link #value}, without copying it. */
  private static boolean isValue(String header, int start, int end, String expected) {
    int from = Grammar.skipBlanks(header, start, end);
    int to = Grammar.trimBlanks(header, from, end);
    int quote = isQuoted(header, from, to) ? 1 : 0;
    return expected.length() == to - from - 2 * quote && header.startsWith(expected, from + quote);
  }

  private static boolean isQuoted(String header, int from, int to) {
    return to - from >= 2 && header.charAt(from) == '"' && header.charAt(to - 1) == '"';
  }
}
