package dev.cloakroom.servlet;

import dev.cloakroom.config.CookieSettings;
import dev.cloakroom.config.SecureCookie;
import dev.cloakroom.http.GuardedCookie;
import dev.cloakroom.http.SameSite;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The attributes that every cookie we answer for must have, ours and those we guard. Safe for use
 * by several threads.
 */
public final class CookiePolicy {
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

  /** Whether a cookie that somebody else sets is one that we were told to guard. */
  public boolean guards(String name) {
    return settings.guard().contains(name);
  }

  /** The same cookie with the attributes it must have. */
  public String guarded(String setCookieHeader, HttpServletRequest request) {
    GuardedCookie cookie = GuardedCookie.parse(setCookieHeader).httpOnly().sameSite(sameSite);
    return (isSecure(request) ? cookie.secure() : cookie).headerValue();
  }
}
