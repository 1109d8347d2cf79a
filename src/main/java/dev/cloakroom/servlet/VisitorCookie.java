package dev.cloakroom.servlet;

import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.crossorigin.CsrfTokens;
import dev.cloakroom.http.CookieHeader;
import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.SetCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which a visitor is known who is not logged in: beside the session cookie, with the
 * same attributes, until the browser is closed, and of this host alone, so that a subdomain cannot
 * set one that it knows. It opens nothing; a login that comes with it and with its CSRF token was
 * begun in that browser. Safe for use by several threads.
 */
public final class VisitorCookie {
  /** What its name has behind the session cookie's. */
  static final String SUFFIX = "-csrf";

  private static final String GIVEN = VisitorCookie.class.getName();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

  private final CookiePolicy policy;
  private final CsrfTokens tokens;

  /** A cookie of this policy, for the visitors of these tokens. */
  public VisitorCookie(CookiePolicy policy, CsrfTokens tokens) {
    this.policy = policy;
    this.tokens = tokens;
  }

  /** Who a request comes from, by its cookie; null if it does not say, or says two. */
  @Nullable CsrfHolder of(HttpServletRequest request) {
    CookieLookup lookup = CookieHeader.find(request.getHeaders("Cookie"), name(request));
    return lookup instanceof CookieLookup.Found found && ID.matcher(found.value()).matches()
        ? CsrfHolder.visitor(found.value())
        : null;
  }

  /**
   * Who a request comes from; by a new cookie, if it did not say.
   *
   * @throws IllegalStateException if that cannot reach the client
   */
  CsrfHolder known(HttpServletRequest request, HttpServletResponse response) {
    CsrfHolder shown = of(request);
    CsrfHolder given = shown == null ? (CsrfHolder) request.getAttribute(GIVEN) : shown;
    return given == null ? welcomed(request, response) : given;
  }

  private CsrfHolder welcomed(HttpServletRequest request, HttpServletResponse response) {
    String obstacle = OwedCookies.obstacle(request, response);
    if (obstacle != null) {
      throw new IllegalStateException(
          obstacle + " Ask for the CSRF token of a visitor before anything is written.");
    }
    CsrfHolder visitor = tokens.newVisitor();
    request.setAttribute(GIVEN, visitor);
    OwedCookies.add(
        request, response, policy.ofHost(SetCookie.of(name(request), visitor.id()), request));
    return visitor;
  }

  private String name(HttpServletRequest request) {
    return policy.hostCookieName(request) + SUFFIX;
  }
}
