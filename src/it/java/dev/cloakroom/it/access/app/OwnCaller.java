package dev.cloakroom.it.access.app;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Has an application's own idea of who asks: whoever names the role. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class OwnCaller implements ContainerRequestFilter {
  public static final String ROLE = "X-Role";

  @Override
  public void filter(ContainerRequestContext request) {
    String role = request.getHeaderString(ROLE);
    if (role != null) {
      request.setSecurityContext(new InRole(role));
    }
  }

  private record InRole(String role) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return () -> "somebody";
    }

    @Override
    public boolean isUserInRole(String asked) {
      return asked.equals(role);
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "own";
    }
  }
}
