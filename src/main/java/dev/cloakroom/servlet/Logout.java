package dev.cloakroom.servlet;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.http.Reason;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.SessionEnder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Ends the logins that a request shows, each with every credential of it, and clears its cookie.
 * Done twice, it does nothing more. Safe for use by several threads.
 */
public final class Logout {
  private final SessionEnder ender;
  private final SessionCookie cookie;
  private final ShownLogins shown;

  /** Ends the sessions that are shown by this ender and clears this cookie. */
  public Logout(SessionEnder ender, SessionCookie cookie, ShownLogins shown) {
    this.ender = ender;
    this.cookie = cookie;
    this.shown = shown;
  }

  /**
   * Ends the login that was established for a request, if any, and every other that the request
   * shows a genuine ticket or token of. Clears the cookie, also when nobody was logged in; but a
   * ticket that the response has just been given stays, and a cookie of which it is not known whose
   * it is: it may be of a login that lives.
   *
   * @return what the request shows, and what of it could not be read; if of something nobody can
   *     tell now whose it is, a login may live on, and the client keeps its cookie, to try again
   *     with
   * @throws StoreUnavailableException if the store failed, so that a login may live on
   */
  public ShownLogins.Shown run(HttpServletRequest request, HttpServletResponse response) {
    ShownLogins.Shown all = shown.in(request);
    all.sessionIds().forEach(ender::logOut);
    all.foreign().forEach(ForeignLoginSession::logOut);
    if (isUndecided(request)) {
      return all.undecided();
    }
    boolean ended = end(request);
    if (!all.isUndecided() && all.areCookiesRead() && (ended || !cookie.isGiven(request))) {
      cookie.clear(request, response);
    }
    return all;
  }

  private static boolean isUndecided(HttpServletRequest request) {
    return RequestLogin.of(request) == null
        && RequestRefusal.ofNobody(request).reason() == Reason.UNAVAILABLE;
  }

  /** Whether a page of another origin had a request sent, which logs nobody out by its cookies. */
  public boolean isOfAnotherOrigin(HttpServletRequest request) {
    return shown.isOfAnotherOrigin(request);
  }

  /** Takes a login back that was opened a moment ago for a request, and its cookie. */
  public void takeBack(HttpServletRequest request, HttpServletResponse response) {
    end(request);
    cookie.clear(request, response);
  }

  /**
   * Clears the cookie, unless the response has just been given another ticket, or the cookie that
   * came may be of a login that lives.
   */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    if (!cookie.isGiven(request) && !shown.mayShowLiveCookie(request)) {
      cookie.clear(request, response);
    }
  }

  /**
   * Ends the login of a request alone; the cookie is left to {@link #clear}.
   *
   * @return whether there was one
   * @throws StoreUnavailableException if the store failed
   */
  public boolean end(HttpServletRequest request) {
    if (isUndecided(request)) {
      throw new StoreUnavailableException("Whose login is to be ended cannot be told.");
    }
    RequestLogin login = RequestLogin.of(request);
    if (login == null) {
      return false;
    }
    if (login instanceof RequestLogin.OfAnotherIssuer foreign) {
      foreign.session().logOut();
    } else {
      ender.logOut(login.session().id());
    }
    RequestLogin.forget(request);
    return true;
  }
}
