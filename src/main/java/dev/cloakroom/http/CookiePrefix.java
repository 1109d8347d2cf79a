package dev.cloakroom.http;

/**
 * What a cookie's name promises by its beginning (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3">RFC
 * 6265bis §4.1.3</a>; {@code Http} is of its successor, <a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-layered-cookies">Layered
 * Cookies</a>). Browsers drop a cookie that breaks the promise without a word, and compare the
 * prefix without regard to case (§5.4), so both are done here before the header is written.
 */
enum CookiePrefix {
  HOST_HTTP("__Host-Http-"),
  HTTP("__Http-"),
  HOST("__Host-"),
  SECURE("__Secure-"),
  NONE("");

  private final String text;

  CookiePrefix(String text) {
    this.text = text;
  }

  static CookiePrefix of(String name) {
    for (CookiePrefix prefix : values()) {
      if (name.regionMatches(true, 0, prefix.text, 0, prefix.text.length())) {
        return prefix;
      }
    }
    return NONE;
  }

  void check(SetCookie cookie) {
    CookieAttributes attributes = cookie.attributes();
    require(cookie, this == NONE || attributes.has(CookieAttributes.SECURE), "needs Secure");
    if (this == HOST_HTTP || this == HTTP) {
      require(cookie, attributes.has(CookieAttributes.HTTP_ONLY), "needs HttpOnly");
    }
    if (this == HOST || this == HOST_HTTP) {
      String path = attributes.value(CookieAttributes.PATH);
      require(cookie, "/".equals(path), "needs Path=/");
      require(cookie, !attributes.has(CookieAttributes.DOMAIN), "must not have a Domain");
    }
  }

  private void require(SetCookie cookie, boolean condition, String message) {
    if (!condition) {
      throw new IllegalStateException(
          "Cookie " + cookie.name() + ": the prefix " + text + " " + message);
    }
  }
}
