package dev.cloakroom.web;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.http.GuardedCookie;
import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.servlet.OwedCookies;
import dev.cloakroom.servlet.ResponseCookies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sets the cookies of the application and of its container with the attributes that they must have,
 * and none that goes by the name of one of ours. Safe for use by several threads.
 */
public final class CookieGuard {
  static final String SET_COOKIE = "Set-Cookie";
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");

  private final CookiePolicy policy;
  private final Clock clock;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * A guard that goes by this policy.
   *
   * @param clock tells the time from which a lasting cookie's age counts
   */
  public CookieGuard(CookiePolicy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /** The same where the container's session cookie has this name. */
  CookieGuard withContainersCookie(String name) {
    return new CookieGuard(policy.withContainersCookie(name), clock);
  }

  /** Guards what the response has been told to set so far. */
  void guard(HttpServletRequest request, HttpServletResponse response) {
    if (response.containsHeader(SET_COOKIE)) {
      OwedCookies.restore(request, response);
      ResponseCookies.rewrite(response, headers -> guarded(headers, request));
    }
  }

  private List<String> guarded(List<String> headers, HttpServletRequest request) {
    List<String> kept = List.of();
    for (String header : headers) {
      kept = ResponseCookies.with(guarded(header, request), kept);
    }
    return kept;
  }

  private String guarded(String header, HttpServletRequest request) {
    return policy.guards(GuardedCookie.name(header)) ? policy.guarded(header, request) : header;
  }

  /** Adds a cookie of the application. */
  void add(Cookie cookie, HttpServletRequest request, HttpServletResponse response) {
    String name = cookie.getName();
    if (isKeptFrom(name)) {
      return;
    }
    if (!policy.guards(name)) {
      response.addCookie(cookie);
    } else if (CookiePolicy.canWrite(cookie)) {
      response.addHeader(SET_COOKIE, policy.guarded(cookie, request, clock.instant()));
    } else {
      addByContainer(policy.forContainer(cookie, request), response);
    }
    guard(request, response);
  }

  /** A server that refuses a cookie does not say which. */
  private static void addByContainer(Cookie cookie, HttpServletResponse response) {
    try {
      response.addCookie(cookie);
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "Cookie " + cookie.getName() + ": the server refuses it. " + refused.getMessage(),
          refused);
    }
  }

  /** Adds a cookie of the application that a header describes. */
  void add(String header, HttpServletRequest request, HttpServletResponse response) {
    if (!isKeptFrom(GuardedCookie.sentName(header))) {
      response.addHeader(SET_COOKIE, header);
      guard(request, response);
    }
  }

  /**
   * Sets a cookie of the application in the place of one of its name only. REST servers set their
   * first cookie so, and would throw away the container's, and the new ticket of a session that was
   * just rotated.
   */
  void put(String header, HttpServletRequest request, HttpServletResponse response) {
    if (!isKeptFrom(GuardedCookie.sentName(header))) {
      ResponseCookies.put(response, guarded(header, request));
    }
  }

  private boolean isKeptFrom(String name) {
    if (!policy.isOurs(name)) {
      return false;
    }
    if (told.compareAndSet(false, true)) {
      LOG.log(
          WARNING,
          "The application sets a cookie named {0}, which is Cloakroom''s: it does not leave. Give"
              + " yours another name, or ours by cloakroom.cookie.name. This is said once.",
          name);
    }
    return true;
  }
}
