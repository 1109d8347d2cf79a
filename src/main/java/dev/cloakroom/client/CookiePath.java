package dev.cloakroom.client;

import java.net.URI;

/**
 * Which paths a cookie's path is for (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.1.4">RFC
 * 6265bis §5.1.4</a>): as they are written, escapes and case included.
 */
final class CookiePath {

  private CookiePath() {}

  /** The path of an address. */
  static String of(URI uri) {
    String path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /** The path of a cookie that names none: what is before the last slash. */
  static String byDefault(URI uri) {
    String path = of(uri);
    int last = path.lastIndexOf('/');
    return last <= 0 ? "/" : path.substring(0, last);
  }

  /** Whether a path is the cookie's or below it. */
  static boolean isWithin(String path, String cookiePath) {
    return path.startsWith(cookiePath)
        && (path.length() == cookiePath.length()
            || cookiePath.endsWith("/")
            || path.charAt(cookiePath.length()) == '/');
  }
}
