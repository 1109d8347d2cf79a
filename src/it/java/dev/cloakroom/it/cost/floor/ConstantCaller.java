package dev.cloakroom.it.cost.floor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Everybody is the same user: the least that a mechanism can do which logs in. */
@ApplicationScoped
public class ConstantCaller implements HttpAuthenticationMechanism {
  private static final Set<String> GROUPS = Set.of("user");

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    return context.notifyContainerAboutLogin("user-constant", GROUPS);
  }
}
