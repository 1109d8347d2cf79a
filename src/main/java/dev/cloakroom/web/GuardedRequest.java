package dev.cloakroom.web;

import static java.lang.System.Logger.Level.DEBUG;

import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.EarlierCaller;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.RequestLogin;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A request whose container session, when it begins or is renamed, has its cookie guarded at once:
 * the container writes that header itself, past every wrapper of the response. And one by which the
 * application can log a caller in.
 */
final class GuardedRequest extends HttpServletRequestWrapper {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");

  private static final String UNDERTOW = "io.undertow.";

  private final GuardedResponse response;
  private boolean async;
  private boolean untold;
  private @Nullable Logout uncleared;
  private final FoundRole roles = new FoundRole();

  GuardedRequest(HttpServletRequest request, GuardedResponse response) {
    super(request);
    this.response = response;
  }

  @Override
  public HttpSession getSession() {
    return getSession(true);
  }

  @Override
  public HttpSession getSession(boolean create) {
    settle();
    HttpSession session = super.getSession(create);
    if (create && session.isNew()) {
      response.guard();
    }
    return session;
  }

  @Override
  public String changeSessionId() {
    settle();
    String id = super.changeSessionId();
    response.guard();
    return id;
  }

  /** The server's own throws wherever there is an authentication mechanism. */
  @Override
  public void login(@Nullable String name, @Nullable String password) throws ServletException {
    settle();
    ProgrammaticLogin.run(this, response, name, password);
  }

  /** There are servers that report success where there was nothing to do. */
  @Override
  public boolean authenticate(HttpServletResponse answered) throws IOException, ServletException {
    settle();
    return super.authenticate(answered) && RequestLogin.of(this) != null;
  }

  /**
   * Ends the login of the request while the container ends its session. To be told, the container
   * must be done with that: one would go on handing out the ended session. The cookie has to wait
   * until the answer leaves: another login may follow, and there is a server that sends the first
   * of two cookies of one name.
   */
  void end(Logout logout) {
    if (logout.end(this)) {
      untold = true;
      uncleared = logout;
    }
  }

  /** Has the container know what it could not be told yet. */
  void settle() {
    if (untold) {
      untold = false;
      letGoOfSession();
      EarlierCaller.setAside((HttpServletRequest) getRequest());
    }
  }

  /** A server may have it still, if another object than its own stood for it when it was ended. */
  private void letGoOfSession() {
    HttpSession ended = super.getSession(false);
    if (ended != null) {
      try {
        ended.invalidate();
      } catch (IllegalStateException isOver) {
        LOG.log(DEBUG, "The session has ended.", isOver);
      }
    }
  }

  /** The same, and the client too: the answer is about to leave. */
  void finishLogout() {
    settle();
    Logout ended = uncleared;
    if (ended != null) {
      uncleared = null;
      ended.clear(this, response);
    }
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    settle();
    return super.getUserPrincipal();
  }

  @Override
  public @Nullable String getRemoteUser() {
    settle();
    return super.getRemoteUser();
  }

  /** Of nobody there is none; a server names one as soon as there is a mechanism. */
  @Override
  public @Nullable String getAuthType() {
    return getUserPrincipal() == null ? null : super.getAuthType();
  }

  @Override
  public boolean isUserInRole(@Nullable String role) {
    settle();
    return roles.isFound(role, this) || roles.said(role, isInRole(role), this);
  }

  /** What has been found of its caller's roles. */
  FoundRole roles() {
    return roles;
  }

  /** Who the container says it is by. */
  @Nullable Principal containersCaller() {
    return super.getUserPrincipal();
  }

  /** Another servlet may have names of its own for roles. */
  boolean isDispatched() {
    return getDispatcherType() != DispatcherType.REQUEST
        || getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null;
  }

  /** On another thread, and after a logout, a server says so by a NullPointerException. */
  private boolean isInRole(@Nullable String role) {
    try {
      return super.isUserInRole(role);
    } catch (NullPointerException nobody) {
      return false;
    }
  }

  /** Has the application's answer give way to this one, unless it has begun. */
  void refuse(Reason reason) {
    response.refuse(reason);
  }

  /** The response to it, as the application has it. */
  GuardedResponse response() {
    return response;
  }

  /**
   * With the wrapped pair: what the other thread sets would otherwise leave unguarded. Undertow
   * takes the pair that the application has now, which is around ours, and no other server does.
   */
  @Override
  public AsyncContext startAsync() {
    if (!getRequest().getClass().getName().startsWith(UNDERTOW)) {
      return startAsync(this, response);
    }
    AsyncContext begun = super.startAsync();
    async = true;
    return begun;
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse wrapped) {
    AsyncContext begun = super.startAsync(request, wrapped);
    async = true;
    return begun;
  }

  /**
   * The one of ours in a pair that another thread hands back to the container; null if there is
   * none. What is around it stays: to put another one around that would take more with each turn.
   */
  static @Nullable GuardedRequest handedBack(ServletRequest request, ServletResponse response) {
    ServletRequest layer = request.getDispatcherType() == DispatcherType.ASYNC ? request : null;
    while (layer instanceof ServletRequestWrapper wrapper) {
      if (wrapper instanceof GuardedRequest guarded) {
        return isAround(response, guarded.response) ? guarded : null;
      }
      layer = wrapper.getRequest();
    }
    return null;
  }

  private static boolean isAround(ServletResponse outer, ServletResponse inner) {
    return outer == inner
        || (outer instanceof ServletResponseWrapper wrapper && wrapper.isWrapperFor(inner));
  }

  /** The container has it again. */
  void comeBack() {
    async = false;
  }

  /**
   * Whether the request was ever handed to another thread. It may be done there by now, so that
   * {@code isAsyncStarted()} is false again, and its response another's or in use.
   */
  boolean wasHandedOver() {
    return async;
  }
}
