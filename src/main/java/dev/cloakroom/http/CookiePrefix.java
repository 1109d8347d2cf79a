package dev.cloakroom.http;

/**
 * What a cookie's name promises by its beginning (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3">RFC
 * 6265bis §4.1.3</a>; {@code Http} is of its successor, <a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-layered-cookies">Layered
 * Cookies</a>). Browsers drop a cookie that breaks the promise without a word, and compare the
 * prefix without regard to case (§5.4), so both are done here before the header is written.
 */
public enum CookiePrefix {
  /** {@code __Host-Http-}. */
  HOST_HTTP("__Host-Http-"),
  /** {@code __Http-}. */
  HTTP("__Http-"),
  /** {@code __Host-}. */
  HOST("__Host-"),
  /** {@code __Secure-}. */
  SECURE("__Secure-"),
  /** A name that promises nothing. */
  NONE("");

  private final String text;

  CookiePrefix(String text) {
    this.text = text;
  }

  /** The prefix that a name begins with; {@link #NONE} for most. */
  public static CookiePrefix of(String name) {
    for (CookiePrefix prefix : values()) {
      if (name.regionMatches(true, 0, prefix.text, 0, prefix.text.length())) {
        return prefix;
      }
    }
    return NONE;
  }

  /** Whether such a cookie must be {@code Secure}. */
  public boolean demandsSecure() {
    return this != NONE;
  }

  /** Whether such a cookie must be {@code HttpOnly}. */
  public boolean demandsHttpOnly() {
    return this == HOST_HTTP || this == HTTP;
  }

  /** Whether such a cookie must be for one host and all its paths, by an explicit {@code Path}. */
  public boolean demandsOneHost() {
    return this == HOST || this == HOST_HTTP;
  }

  void check(SetCookie cookie) {
    CookieAttributes attributes = cookie.attributes();
    require(cookie, !demandsSecure() || attributes.has(CookieAttributes.SECURE), "needs Secure");
    if (demandsHttpOnly()) {
      require(cookie, attributes.has(CookieAttributes.HTTP_ONLY), "needs HttpOnly");
    }
    if (demandsOneHost()) {
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
