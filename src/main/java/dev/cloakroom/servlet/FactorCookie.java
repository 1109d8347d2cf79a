package dev.cloakroom.servlet;

import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.SetCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that carries the ticket of a login that waits for its second factor, beside the
 * session cookie and with the same attributes. It logs nobody in. Safe for use by several threads.
 */
public final class FactorCookie {
  /** What its name has behind the session cookie's. */
  static final String SUFFIX = "-factor";

  private final OwnCookie cookie;
  private final Clock clock;

  /**
   * A cookie of this policy.
   *
   * @param clock tells the time from which its age counts
   */
  public FactorCookie(CookiePolicy policy, Clock clock) {
    this.cookie = policy.cookie(SUFFIX);
    this.clock = clock;
  }

  /** The ticket that a request shows; null if it shows none, or two. */
  public @Nullable String shown(HttpServletRequest request) {
    return cookie.shown(request) instanceof CookieLookup.Found found ? found.value() : null;
  }

  /** Has a client keep a ticket for so long. */
  public void give(
      HttpServletRequest request, HttpServletResponse response, String ticket, Duration lasting) {
    SetCookie given = cookie.of(ticket, request).maxAge(lasting, clock.instant());
    cookie.give(given, request, response);
  }

  /** Has a client forget it, if it has one. */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    if (cookie.shown(request) != CookieLookup.ABSENT) {
      cookie.clear(request, response);
    }
  }
}
