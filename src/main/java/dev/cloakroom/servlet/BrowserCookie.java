package dev.cloakroom.servlet;

import dev.cloakroom.crossorigin.CrossOriginGuard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which the browser is known again that asked for a one-time token, where that is
 * good in no other. Only a browser that asked has one. A request that a page of another origin
 * caused counts as one of no browser: else whoever is logged in elsewhere could have a visitor ask,
 * and use, what is not theirs. Safe for use by several threads.
 */
public final class BrowserCookie {
  /** What its name has behind the session cookie's. */
  static final String SUFFIX = "-browser";

  private final HostCookie cookie;
  private final CrossOriginGuard crossOrigin;
  private final Supplier<String> ids;

  /**
   * A cookie of this policy.
   *
   * @param crossOrigin tells requests that a page of another origin caused
   * @param ids makes new values: 22 digits of base64url, random
   */
  public BrowserCookie(CookiePolicy policy, CrossOriginGuard crossOrigin, Supplier<String> ids) {
    this.crossOrigin = crossOrigin;
    this.ids = ids;
    this.cookie = new HostCookie(policy, SUFFIX, ids);
  }

  /** What names the browser of a request; null if nothing does. */
  public @Nullable String of(HttpServletRequest request) {
    return crossOrigin.refuses(request) ? null : cookie.shown(request);
  }

  /**
   * What names the browser of a request; by a new cookie, if nothing did. Where a page of another
   * origin has asked, something that names none, and no cookie.
   *
   * @throws IllegalStateException if that cannot reach the client
   */
  public String known(HttpServletRequest request, HttpServletResponse response) {
    return crossOrigin.refuses(request) ? ids.get() : cookie.known(request, response);
  }
}
