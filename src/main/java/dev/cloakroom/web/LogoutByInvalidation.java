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
import java.util.function.Supplier;

/**
 * Ends the login that a container's session belongs to when the application invalidates that
 * session, which many applications do to log their callers out. That is on the thread of a request
 * that the application has, whoever sent it. Where there is none, the session has timed out or the
 * application is stopping, and logins go on. Safe for use by several threads.
 */
public final class LogoutByInvalidation implements HttpSessionListener {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");

  private final Supplier<Logout> logout;
  private final Supplier<SessionEnder> ender;

  /** Made by the container. */
  public LogoutByInvalidation() {
    this(() -> CDI.current().select(Logout.class).get(), LogoutByInvalidation::foundEnder);
  }

  LogoutByInvalidation(Supplier<Logout> logout, Supplier<SessionEnder> ender) {
    this.logout = logout;
    this.ender = ender;
  }

  private static SessionEnder foundEnder() {
    return CDI.current().select(SessionEnder.class).get();
  }

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
    if (request != null && !EarlierCaller.isSetAside(request)) {
      end(destroyed.getSession(), request);
    }
  }

  /** What a page of another origin had sent logs nobody out, whatever else was refused of it. */
  private boolean isOfAnotherOrigin(GuardedRequest request) {
    return RequestLogin.of(request) == null && logout.get().isOfAnotherOrigin(request);
  }

  private void end(HttpSession session, GuardedRequest request) {
    try {
      String owner = ContainerSession.owner(session);
      if (owner != null && !isOfAnotherOrigin(request)) {
        end(owner, request);
      }
    } catch (RuntimeException failure) {
      LOG.log(ERROR, "A login cannot be ended, as its invalidated session would have it.", failure);
      request.refuse(Reason.UNAVAILABLE);
    }
  }

  /** Of a request that nobody is known to have sent it may not be known because a store failed. */
  private void end(String owner, GuardedRequest request) {
    RequestLogin login = RequestLogin.of(request);
    boolean isItsOwn = login != null && owner.equals(login.session().id());
    if (!isItsOwn) {
      ender.get().logOut(owner);
    }
    if (isItsOwn || login == null) {
      request.end(logout.get());
    }
  }
}
