package dev.cloakroom.client;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Texts without what may be a secret in them, for logs and people. Of headers only those that never
 * carry one are shown; of a query the names.
 */
final class Masked {
  static final String MASK = "***";

  private static final int MOST = 300;

  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-language",
          "allow",
          "cache-control",
          "content-length",
          "content-type",
          "date",
          "retry-after",
          "server",
          "user-agent",
          "vary",
          "www-authenticate");

  private Masked() {}

  /** A header's value; of cookies the names stay, of an {@code Authorization} the scheme. */
  static String header(String name, String value) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "cookie" -> cookies(value);
      case "set-cookie" -> setCookie(value);
      case "authorization", "proxy-authorization" -> credential(value);
      case "location" -> target(value);
      default -> HARMLESS.contains(name.toLowerCase(Locale.ROOT)) ? value : MASK;
    };
  }

  /** A text of a server's in one line, cut where it is long: it may be meant for a log. */
  static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
  }

  private static String credential(String value) {
    int space = value.indexOf(' ');
    return space < 0 ? MASK : value.substring(0, space + 1) + MASK;
  }

  private static String cookies(String value) {
    return Arrays.stream(value.split("; ", -1)).map(Masked::pair).collect(Collectors.joining("; "));
  }

  private static String setCookie(String value) {
    int end = value.indexOf(';');
    return end < 0 ? pair(value) : pair(value.substring(0, end)) + value.substring(end);
  }

  private static String pair(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? MASK : text.substring(0, equals + 1) + MASK;
  }

  /**
   * An address or a path; each value in its query is masked, and so are a name and a password
   * before the host, and what follows a semicolon in a segment of the path.
   */
  static String target(String target) {
    String withoutFragment =
        target
            .replaceFirst("#.*", "")
            .replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/?]*@", "$1//" + MASK + "@")
            .replaceAll("\\G([^?;]*);[^/?]*", "$1;" + MASK);
    int query = withoutFragment.indexOf('?');
    if (query < 0) {
      return withoutFragment;
    }
    String parts =
        Arrays.stream(withoutFragment.substring(query + 1).split("&", -1))
            .map(Masked::pair)
            .collect(Collectors.joining("&"));
    return withoutFragment.substring(0, query + 1) + parts;
  }

  static String target(URI uri) {
    return target(uri.toString());
  }
}
