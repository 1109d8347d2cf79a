package dev.cloakroom.web;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.ContainerSession;
import dev.cloakroom.servlet.EarlierCaller;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.SessionEnder;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/**
 * Ends the login that a container's session belongs to when the application invalidates that
 * session, which many applications do to log their callers out. That is on the thread of a request
 * that the application has. Where there is none, the session has timed out or the application is
 * stopping, and logins go on. Safe for use by several threads.
 */
public final class LogoutByInvalidation implements HttpSessionListener {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");

  /** Made by the container. */
  public LogoutByInvalidation() {}

  /** From its first moment on a session can be invalidated. */
  @Override
  public void sessionCreated(HttpSessionEvent created) {
    GuardedRequest request = ServedRequest.current();
    RequestLogin login = request == null ? null : RequestLogin.of(request);
    if (login != null) {
      ContainerSession.assign(created.getSession(), login);
    }
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent destroyed) {
    GuardedRequest request = ServedRequest.current();
    RequestLogin login = request == null ? null : RequestLogin.of(request);
    if (request != null && login != null && !EarlierCaller.isSetAside(request)) {
      end(destroyed.getSession(), login, request);
    }
  }

  private static void end(HttpSession session, RequestLogin login, GuardedRequest request) {
    try {
      String owner = ContainerSession.owner(session);
      if (owner != null) {
        end(owner, login, request);
      }
    } catch (RuntimeException failure) {
      LOG.log(ERROR, "A login cannot be ended, as its invalidated session would have it.", failure);
      request.refuse(Reason.UNAVAILABLE);
    }
  }

  private static void end(String owner, RequestLogin login, GuardedRequest request) {
    if (owner.equals(login.session().id())) {
      request.end(CDI.current().select(Logout.class).get());
    } else {
      CDI.current().select(SessionEnder.class).get().logOut(owner);
    }
  }
}
