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
  private static final String RENEWED = "dev.cloakroom.renewed-ticket";

  private final TicketRotation rotation;
  private final SessionCookie cookie;

  /** Rotates by this rotation and sets this cookie. */
  public TicketRenewal(TicketRotation rotation, SessionCookie cookie) {
    this.rotation = rotation;
    this.cookie = cookie;
  }

  /**
   * The login to go on with: with a new ticket if its ticket was due for one, else the same. So it
   * is, too, if the store fails or no cookie can reach the client: the login is known, and its
   * ticket stays due.
   */
  public RequestLogin ifDue(
      RequestLogin login, HttpServletRequest request, HttpServletResponse response) {
    if (!(login instanceof RequestLogin.ByTicket shown)) {
      return login;
    }
    if (shown.session().isRotationDue() && OwedCookies.obstacle(request, response) == null) {
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
   * next request that brings the cookie. A ticket that was made in this request, and that nobody
   * has seen, is as good as another.
   *
   * @throws IllegalStateException if no cookie can reach the client any more
   * @throws StoreUnavailableException if the store failed
   */
  public void now(HttpServletRequest request) {
    RequestLogin login = RequestLogin.of(request);
    if (login instanceof RequestLogin.ByTicket shown) {
      HttpServletResponse response = RequestLogin.responseTo(request);
      String obstacle = OwedCookies.obstacle(request, response);
      if (obstacle != null) {
        LOG.log(WARNING, "A ticket is not replaced. {0}", obstacle);
        throw new IllegalStateException(
            obstacle + " Call rotate() in the page itself, before anything is written.");
      }
      if (!isOfThisRequest(shown, request)) {
        renewNow(shown, request, response);
      }
    } else if (login != null) {
      login.session().rotate();
    }
  }

  /**
   * Where another was given out a moment ago, that may know nothing of why: it is replaced, too.
   */
  private void renewNow(
      RequestLogin.ByTicket shown, HttpServletRequest request, HttpServletResponse response) {
    RequestLogin renewed = renewed(shown, request, response);
    if (renewed.equals(shown)) {
      shown.session().rotate();
    }
    renewed.establish(request, response);
  }

  private static boolean isOfThisRequest(RequestLogin.ByTicket shown, HttpServletRequest request) {
    return LoginExchange.opened(request) != null
        || shown.ticket().equals(request.getAttribute(RENEWED));
  }

  private RequestLogin renewed(
      RequestLogin.ByTicket shown, HttpServletRequest request, HttpServletResponse response) {
    RotatedSession rotated = rotation.rotate(shown.ticket());
    if (rotated == null) {
      return shown;
    }
    cookie.write(request, response, rotated.session(), rotated.ticket());
    request.setAttribute(RENEWED, rotated.ticket());
    return new RequestLogin.ByTicket(rotated.session(), rotated.ticket());
  }
}
