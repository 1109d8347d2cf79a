package dev.cloakroom.servlet;

import dev.cloakroom.config.CookieSettings;
import dev.cloakroom.http.CookieHeader;
import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.SetCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cookie of ours by its names. What a client still has by a former one is read as well, until it
 * is given the cookie anew; beside one by the name of now it counts for nothing. Safe for use by
 * several threads.
 */
final class OwnCookie {
  private static final String COOKIE = "Cookie";

  private final CookiePolicy policy;
  private final String secure;
  private final String plain;
  private final @Nullable String former;

  /**
   * A cookie of a policy.
   *
   * @param suffix what its name has behind the session cookie's
   */
  OwnCookie(CookiePolicy policy, CookieSettings settings, String suffix) {
    this.policy = policy;
    this.secure = settings.secureName() + suffix;
    this.plain = settings.plainName() + suffix;
    this.former = settings.formerName() == null ? null : settings.formerName() + suffix;
  }

  /**
   * Its name: with the prefix that browsers hold it to, unless {@code cloakroom.cookie.secure=auto}
   * allows it on the plain HTTP that the client came by.
   */
  String name(HttpServletRequest request) {
    return policy.isSecure(request) ? secure : plain;
  }

  /** What a request shows of it. */
  CookieLookup shown(HttpServletRequest request) {
    String name = name(request);
    CookieLookup shown = CookieHeader.find(request.getHeaders(COOKIE), name);
    return shown == CookieLookup.ABSENT && former != null && name.equals(secure)
        ? CookieHeader.find(request.getHeaders(COOKIE), former)
        : shown;
  }

  /** Each value of it that a request carries, by whichever name. */
  Set<String> all(HttpServletRequest request) {
    Set<String> values = CookieHeader.values(request.getHeaders(COOKIE), name(request));
    String other = formerIn(request);
    if (other != null) {
      values.addAll(CookieHeader.values(request.getHeaders(COOKIE), other));
    }
    return values;
  }

  /** This cookie with a value, as the policy wants it. */
  SetCookie of(String value, HttpServletRequest request) {
    return policy.own(SetCookie.of(name(request), value), request);
  }

  /** Has a client given one, and forget what it has by a former name. */
  void give(SetCookie cookie, HttpServletRequest request, HttpServletResponse response) {
    OwedCookies.add(request, response, cookie);
    forgetFormer(request, response);
  }

  /** Has a client forget it. */
  void clear(HttpServletRequest request, HttpServletResponse response) {
    OwedCookies.add(request, response, policy.own(SetCookie.expired(name(request)), request));
    forgetFormer(request, response);
  }

  private void forgetFormer(HttpServletRequest request, HttpServletResponse response) {
    String other = formerIn(request);
    if (other != null) {
      OwedCookies.add(request, response, policy.own(SetCookie.expired(other), request));
    }
  }

  /** The former name, if the client has a cookie by it. */
  private @Nullable String formerIn(HttpServletRequest request) {
    boolean comes =
        former != null
            && policy.isSecure(request)
            && CookieHeader.find(request.getHeaders(COOKIE), former) != CookieLookup.ABSENT;
    return comes ? former : null;
  }
}
