package dev.cloakroom.endtoend.floor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * Logs in one constant caller without looking at the request: the least that any mechanism does, so
 * the most requests per second that the server can answer with a caller.
 */
@ApplicationScoped
public class FloorMechanism implements HttpAuthenticationMechanism {

  private static final CallerPrincipal CALLER = new CallerPrincipal("alice");
  private static final Set<String> GROUPS = Set.of("user");

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    return context.notifyContainerAboutLogin(CALLER, GROUPS);
  }
}
