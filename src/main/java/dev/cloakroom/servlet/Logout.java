package dev.cloakroom.servlet;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.http.Reason;
import dev.cloakroom.session.SessionEnder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Ends the login of a request: its login session, with every other credential of it, and its
 * cookie. Done twice, it does nothing more. Safe for use by several threads.
 */
public final class Logout {
  private final SessionEnder ender;
  private final SessionCookie cookie;

  /** Ends sessions by this ender and clears this cookie. */
  public Logout(SessionEnder ender, SessionCookie cookie) {
    this.ender = ender;
    this.cookie = cookie;
  }

  /**
   * Ends the login that was established for a request, if any, and clears the cookie, also when
   * nobody was logged in; but a ticket that the response has just been given stays.
   *
   * @throws StoreUnavailableException if the store failed, so that the login may live on; then the
   *     client keeps its cookie, to try again with
   */
  public void run(HttpServletRequest request, HttpServletResponse response) {
    if (end(request)) {
      cookie.clear(request, response);
    } else {
      clear(request, response);
    }
  }

  /** Clears the cookie, unless the response has just been given another ticket. */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    if (!cookie.isGivenBy(request, response)) {
      cookie.clear(request, response);
    }
  }

  /**
   * Ends the login alone; the cookie is left to {@link #clear}.
   *
   * @return whether there was one
   * @throws StoreUnavailableException if the store failed
   */
  public boolean end(HttpServletRequest request) {
    RequestLogin login = RequestLogin.of(request);
    if (login == null && AnswerWriter.refusalOf(request).reason() == Reason.UNAVAILABLE) {
      throw new StoreUnavailableException("Whose login is to be ended cannot be told.");
    }
    if (login == null) {
      return false;
    }
    ender.logOut(login.session().id());
    RequestLogin.forget(request);
    return true;
  }
}
