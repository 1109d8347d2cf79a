package dev.cloakroom.servlet;

import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.crossorigin.CsrfTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which a visitor is known who is not logged in. A login that comes with it and with
 * its CSRF token was begun in that browser. Safe for use by several threads.
 */
public final class VisitorCookie {
  /** What its name has behind the session cookie's. */
  static final String SUFFIX = "-csrf";

  private final HostCookie cookie;

  /** A cookie of this policy, for the visitors of these tokens. */
  public VisitorCookie(CookiePolicy policy, CsrfTokens tokens) {
    this.cookie = new HostCookie(policy, SUFFIX, () -> tokens.newVisitor().id());
  }

  /** Who a request comes from, by its cookie; null if it does not say, or says two. */
  @Nullable CsrfHolder of(HttpServletRequest request) {
    String shown = cookie.shown(request);
    return shown == null ? null : CsrfHolder.visitor(shown);
  }

  /**
   * Who a request comes from; by a new cookie, if it did not say.
   *
   * @throws IllegalStateException if that cannot reach the client
   */
  CsrfHolder known(HttpServletRequest request, HttpServletResponse response) {
    return CsrfHolder.visitor(cookie.known(request, response));
  }
}
