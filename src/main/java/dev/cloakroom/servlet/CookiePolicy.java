package dev.cloakroom.servlet;

import dev.cloakroom.config.CookieSettings;
import dev.cloakroom.config.SecureCookie;
import dev.cloakroom.http.GuardedCookie;
import dev.cloakroom.http.SameSite;
import dev.cloakroom.http.SetCookie;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * The attributes that every cookie we answer for must have, ours and those we guard. Safe for use
 * by several threads.
 */
public final class CookiePolicy {
  private static final String SAME_SITE = "SameSite";

  private final CookieSettings settings;
  private final SameSite sameSite;

  /** The policy that the settings describe. */
  public CookiePolicy(CookieSettings settings) {
    this.settings = settings;
    this.sameSite = SameSite.valueOf(settings.sameSite().name());
  }

  /** Whether cookies of the answer to this request are for encrypted connections only. */
  public boolean isSecure(HttpServletRequest request) {
    return settings.secure() == SecureCookie.ALWAYS || request.isSecure();
  }

  /** The {@code SameSite} rule. */
  public SameSite sameSite() {
    return sameSite;
  }

  /**
   * The name of the session cookie: with the prefix that browsers hold it to, unless {@code
   * cloakroom.cookie.secure=auto} allows it on the plain HTTP that the request came by.
   */
  public String sessionCookieName(HttpServletRequest request) {
    return isSecure(request) ? settings.secureName() : settings.plainName();
  }

  /** A cookie of our own with the path, domain and attributes that the settings want. */
  SetCookie own(SetCookie bare, HttpServletRequest request) {
    SetCookie cookie = bare.path(settings.path()).httpOnly().sameSite(sameSite);
    if (settings.domain() != null) {
      cookie = cookie.domain(settings.domain());
    }
    return isSecure(request) ? cookie.secure() : cookie;
  }

  /** Whether a cookie that somebody else sets is one that we were told to guard. */
  public boolean guards(String name) {
    return settings.guard().contains(name);
  }

  /**
   * The header for a cookie that an application adds, with the attributes it must have. (Added as
   * it is, some servers would keep it apart from the headers until it is too late to see it there.)
   *
   * @param now the moment from which a lasting cookie's age counts
   * @throws IllegalArgumentException if a cookie cannot have this value or path
   */
  public String guarded(Cookie added, HttpServletRequest request, Instant now) {
    SetCookie cookie = SetCookie.of(added.getName(), Objects.toString(added.getValue(), ""));
    if (added.getMaxAge() >= 0) {
      cookie = cookie.maxAge(Duration.ofSeconds(added.getMaxAge()), now);
    }
    if (added.getPath() != null) {
      cookie = cookie.path(added.getPath());
    }
    if (added.getDomain() != null) {
      cookie = cookie.domain(added.getDomain());
    }
    cookie = cookie.httpOnly().sameSite(sameSite);
    return (added.getSecure() || isSecure(request) ? cookie.secure() : cookie).headerValue();
  }

  /** Has a container's own session cookie made as it must be, where the container can. */
  public void guard(SessionCookieConfig cookie) {
    cookie.setHttpOnly(true);
    cookie.setSecure(settings.secure() == SecureCookie.ALWAYS);
    setSameSite(cookie);
  }

  /**
   * There is a server that turns the value into capitals by the language of the JVM, and does not
   * know what comes of it in Turkish. Capitals are the same to everybody.
   */
  private void setSameSite(SessionCookieConfig cookie) {
    try {
      cookie.setAttribute(SAME_SITE, sameSite.text());
    } catch (IllegalArgumentException unknown) {
      cookie.setAttribute(SAME_SITE, sameSite.text().toUpperCase(Locale.ROOT));
    }
  }

  /** The same cookie with the attributes it must have. */
  public String guarded(String setCookieHeader, HttpServletRequest request) {
    GuardedCookie cookie = GuardedCookie.parse(setCookieHeader).httpOnly().sameSite(sameSite);
    return (isSecure(request) ? cookie.secure() : cookie).headerValue();
  }
}
