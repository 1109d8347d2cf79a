package dev.cloakroom.servlet;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.session.RotatedSession;
import dev.cloakroom.session.TicketRotation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Gives the client of a request a new ticket for its login session. Safe for use by several
 * threads.
 */
public final class TicketRenewal {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.servlet");

  private final TicketRotation rotation;
  private final SessionCookie cookie;

  /** Rotates by this rotation and sets this cookie. */
  public TicketRenewal(TicketRotation rotation, SessionCookie cookie) {
    this.rotation = rotation;
    this.cookie = cookie;
  }

  /**
   * The login to go on with: with a new ticket if its ticket was due for one, else the same. So it
   * is, too, if the store fails: the login is known, and its ticket stays due.
   */
  public RequestLogin ifDue(
      RequestLogin login, HttpServletRequest request, HttpServletResponse response) {
    if (!(login instanceof RequestLogin.ByTicket shown)) {
      return login;
    }
    if (shown.session().isRotationDue()) {
      return renewedIfPossible(shown, request, response);
    }
    cookie.update(request, response, shown.session(), shown.ticket());
    return login;
  }

  private RequestLogin renewedIfPossible(
      RequestLogin.ByTicket shown, HttpServletRequest request, HttpServletResponse response) {
    try {
      return renewed(shown, request, response);
    } catch (StoreUnavailableException failure) {
      LOG.log(WARNING, "The session store failed; a ticket that is due is not replaced.", failure);
      return shown;
    }
  }

  /**
   * Renews the ticket of a request's login now; one that a token logged in leaves it due for the
   * next request that brings the cookie.
   *
   * @throws IllegalStateException if the response is already committed
   * @throws StoreUnavailableException if the store failed
   */
  public void now(HttpServletRequest request) {
    RequestLogin login = RequestLogin.of(request);
    if (login instanceof RequestLogin.ByTicket shown) {
      HttpServletResponse response = RequestLogin.responseTo(request);
      if (response.isCommitted()) {
        throw new IllegalStateException(
            "The response is already committed, so a new session cookie could not reach the client."
                + " Call rotate() before anything is written.");
      }
      renewed(shown, request, response).establish(request, response);
    } else if (login != null) {
      login.session().rotate();
    }
  }

  private RequestLogin renewed(
      RequestLogin.ByTicket shown, HttpServletRequest request, HttpServletResponse response) {
    RotatedSession rotated = rotation.rotate(shown.ticket());
    if (rotated == null) {
      return shown;
    }
    cookie.write(request, response, rotated.session(), rotated.ticket());
    return new RequestLogin.ByTicket(rotated.session(), rotated.ticket());
  }
}
