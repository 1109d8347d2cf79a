package dev.cloakroom.access;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Objects;
import java.util.Set;

/**
 * The caller as the container knows them. By the type of the principal: on some servers there is
 * one for an anonymous caller, too. By the request as well: where the JVM has no policy any more,
 * there is a server whose security context knows no role.
 *
 * @param security stands for that of whichever thread asks
 * @param request likewise
 */
public record ContainerCaller(SecurityContext security, HttpServletRequest request)
    implements Caller {

  @Override
  public boolean isAnonymous() {
    return principals(CallerPrincipal.class).isEmpty();
  }

  /** Their principals of a type. On a thread without any caller there is a server that has null. */
  public <P extends Principal> Set<P> principals(Class<P> type) {
    return Objects.requireNonNullElse(security.getPrincipalsByType(type), Set.of());
  }

  @Override
  public boolean isInRole(String role) {
    return isInRoleOfTheContext(role) || isInRoleOfTheRequest(role);
  }

  /** On a thread on which it knows no application, a server says so by a NullPointerException. */
  private boolean isInRoleOfTheContext(String role) {
    try {
      return security.isCallerInRole(role);
    } catch (NullPointerException noApplication) {
      return false;
    }
  }

  /**
   * Where there is no request to ask, nobody is: outside of one, and in an Enterprise Bean on a
   * server whose request knows only the components of the web module. That one says so by a
   * ClassCastException, and one that knows no application on the thread by a NullPointerException.
   */
  private boolean isInRoleOfTheRequest(String role) {
    try {
      return request.isUserInRole(role);
    } catch (ContextNotActiveException
        | IllegalStateException
        | ClassCastException
        | NullPointerException noRequest) {
      return false;
    }
  }
}
