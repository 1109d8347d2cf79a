package dev.cloakroom.client;

import dev.cloakroom.http.Grammar;

/** What a program may give as a cookie: what can stand in a {@code Cookie} header. */
final class CookieText {

  private CookieText() {}

  /**
   * Lets a cookie pass.
   *
   * @throws IllegalArgumentException if the name is no token, or the value is not printable ASCII
   *     or has a semicolon
   */
  static void check(String name, String value) {
    if (!Grammar.isToken(name)) {
      throw new IllegalArgumentException("A cookie's name must be a token (RFC 9110 §5.6.2)");
    }
    if (!Grammar.isPrintableAscii(value) || value.indexOf(';') >= 0) {
      throw new IllegalArgumentException(
          "Cookie " + name + ": its value must be printable ASCII without a semicolon");
    }
  }
}
