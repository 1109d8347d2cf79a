package dev.cloakroom.servlet;

import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.crossorigin.CsrfTokens;
import dev.cloakroom.http.CookieHeader;
import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.SetCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The cookie that <a
 * href="https://angular.dev/best-practices/security#httpclient-xsrf-csrf-security">Angular</a> and
 * axios read a CSRF token from, to send it as a header. That it comes back as a cookie proves
 * nothing, and is not asked for. Safe for use by several threads.
 */
public final class ScriptCookie {
  /** Its name, which those scripts know. */
  static final String NAME = "XSRF-TOKEN";

  private final CookiePolicy policy;
  private final CsrfTokens tokens;

  /** A cookie of this policy with these tokens. */
  public ScriptCookie(CookiePolicy policy, CsrfTokens tokens) {
    this.policy = policy;
    this.tokens = tokens;
  }

  /** Whether the scripts behind a request know a token of this holder. */
  boolean isTold(HttpServletRequest request, CsrfHolder holder) {
    CookieLookup lookup = CookieHeader.find(request.getHeaders("Cookie"), NAME);
    return lookup instanceof CookieLookup.Found found && tokens.isOf(found.value(), holder);
  }

  /** Has them know one. */
  void tell(HttpServletRequest request, HttpServletResponse response, CsrfHolder holder) {
    SetCookie cookie = SetCookie.of(NAME, tokens.of(holder));
    OwedCookies.add(request, response, policy.readable(cookie, request));
  }
}
