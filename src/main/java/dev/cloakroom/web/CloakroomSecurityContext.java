package dev.cloakroom.web;

import dev.cloakroom.scope.OwnCallers;
import dev.cloakroom.servlet.CsrfHandout;
import dev.cloakroom.servlet.EarlierCaller;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Outcome;
import dev.cloakroom.servlet.LoginExchange.Succeeded;
import dev.cloakroom.servlet.LoginNews;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.task.CurrentLogin;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code SecurityContext} that the application gets: the server's, but success is only what the
 * mechanism has really done, on every server, and the caller is found by the application's own type
 * as well. It takes the place of the server's at all injection points. Where nobody is logged in,
 * it says so: after a logout, and on threads without a request, there is a server that throws a
 * NullPointerException instead. Safe for use by several threads.
 *
 * @see <a href="https://jakarta.ee/specifications/security/3.0/">Jakarta Security 3.0, section
 *     4</a>
 */
@Alternative
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
@ApplicationScoped
public class CloakroomSecurityContext implements SecurityContext {
  @Inject ServerSecurityContext server;
  @Inject CurrentLogin login;

  /** Asked for in requests only: who the caller is may be asked before the application starts. */
  @Inject Provider<OwnCallers> callers;

  @Inject Provider<Logout> logout;
  @Inject Provider<VetoAdvice> advice;
  @Inject Provider<CsrfHandout> csrfTokens;

  private volatile @Nullable SecurityContext known;

  /** Made by the container. */
  public CloakroomSecurityContext() {}

  private SecurityContext server() {
    ServedRequest.settle();
    SecurityContext found = known;
    if (found == null) {
      found = server.find();
      known = found;
    }
    return found;
  }

  @Override
  public @Nullable Principal getCallerPrincipal() {
    try {
      return server().getCallerPrincipal();
    } catch (NullPointerException nobody) {
      return null;
    }
  }

  @Override
  public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
    Set<T> ofTheServer = known(type);
    if (!OwnCallers.mayBe(type) || login.ofRequest() == null) {
      return ofTheServer;
    }
    CallerPrincipal own = callers.get().canBe(type) ? callers.get().current() : null;
    if (!type.isInstance(own)) {
      return ofTheServer;
    }
    Set<T> all = new HashSet<>(ofTheServer);
    all.add(type.cast(own));
    return all;
  }

  /** There is a server that has null for nobody. */
  private <T extends Principal> Set<T> known(Class<T> type) {
    try {
      Set<T> found = server().getPrincipalsByType(type);
      return found == null ? Set.of() : found;
    } catch (NullPointerException nobody) {
      return Set.of();
    }
  }

  @Override
  public boolean isCallerInRole(String role) {
    try {
      return server().isCallerInRole(role);
    } catch (NullPointerException nobody) {
      return false;
    }
  }

  /** Of Jakarta Security 4.0, which not each server has. */
  public Set<String> getAllDeclaredCallerRoles() {
    return server.allDeclaredCallerRoles();
  }

  @Override
  public boolean hasAccessToWebResource(String resource, String... methods) {
    return server().hasAccessToWebResource(resource, methods);
  }

  /**
   * Logs the holder of the credential in; without one, says whether the request has a caller.
   *
   * @return {@code SUCCESS} only if a login session was opened and the server knows its caller,
   *     else {@code SEND_FAILURE}; without a credential {@code SUCCESS} only if the request has a
   *     login, else {@code NOT_DONE}
   * @throws IllegalStateException if no session cookie could reach the client: the response is
   *     already committed, or this is an include
   */
  @Override
  public AuthenticationStatus authenticate(
      HttpServletRequest request,
      HttpServletResponse response,
      AuthenticationParameters parameters) {
    return parameters.getCredential() == null
        ? current(request)
        : login(new Attempt(request, response, parameters));
  }

  /** One call. */
  private record Attempt(
      HttpServletRequest request,
      HttpServletResponse response,
      AuthenticationParameters parameters) {

    Attempt withoutCredential() {
      return new Attempt(request, response, AuthenticationParameters.withParams());
    }
  }

  private AuthenticationStatus asked(Attempt attempt) {
    return server().authenticate(attempt.request, attempt.response, attempt.parameters);
  }

  /**
   * The mechanism has been asked about each request before the application gets it. Servers asked
   * once more report success where there was nothing to do, or answer the client. A REST server
   * asks for each public page, by a request of its own that takes long to find the real one.
   */
  private static AuthenticationStatus current(HttpServletRequest request) {
    HttpServletRequest served =
        Proxy.isProxyClass(request.getClass()) ? ServedRequest.current() : null;
    return RequestLogin.of(served == null ? request : served) == null
        ? AuthenticationStatus.NOT_DONE
        : AuthenticationStatus.SUCCESS;
  }

  private AuthenticationStatus login(Attempt attempt) {
    String obstacle = LoginObstacle.of(attempt.request, attempt.response);
    if (obstacle != null) {
      throw new IllegalStateException(obstacle);
    }
    LoginExchange.begin(attempt.request);
    LoginNews news = LoginNews.keepBack(attempt.request);
    boolean accepted;
    try {
      accepted = isAccepted(attempt);
    } finally {
      news.release();
    }
    return status(attempt, accepted);
  }

  private AuthenticationStatus status(Attempt attempt, boolean accepted) {
    Outcome outcome = LoginExchange.outcome(attempt.request);
    if (outcome == null) {
      advice.get().mechanismNotAsked();
    } else if (outcome instanceof Succeeded && !accepted) {
      advice.get().callerNotAccepted();
      logout.get().takeBack(attempt.request, attempt.response);
    }
    if (!(outcome instanceof Succeeded) || !accepted) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    csrfTokens.get().tellScripts(attempt.request, attempt.response);
    return AuthenticationStatus.SUCCESS;
  }

  /** Of a server that has answered with the caller it knows, without asking the mechanism. */
  private AuthenticationStatus askedAnew(Attempt attempt) {
    EarlierCaller.setAside(attempt.request);
    AuthenticationStatus status = asked(attempt);
    if (!(LoginExchange.outcome(attempt.request) instanceof Succeeded)) {
      asked(attempt.withoutCredential());
    }
    return status;
  }

  /** Whether the server has the caller for logged in, too; some throw what they think of it. */
  private boolean isAccepted(Attempt attempt) {
    try {
      AuthenticationStatus status = asked(attempt);
      if (LoginExchange.outcome(attempt.request) == null
          && RequestLogin.of(attempt.request) != null) {
        status = askedAnew(attempt);
      }
      return status == AuthenticationStatus.SUCCESS;
    } catch (RuntimeException failure) {
      if (LoginExchange.outcome(attempt.request) instanceof Succeeded) {
        return false;
      }
      throw failure;
    }
  }
}
