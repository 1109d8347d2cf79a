package dev.cloakroom.testkit;

import dev.cloakroom.LoginSession;
import dev.cloakroom.access.AccessRule;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The security context of a login without a server: its groups are its roles. */
record FakeSecurityContext(LoginSession session) implements SecurityContext {

  @Override
  public @Nullable Principal getCallerPrincipal() {
    return session.isAnonymous() ? null : new CallerPrincipal(session.callerName());
  }

  @Override
  public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
    Principal caller = getCallerPrincipal();
    return type.isInstance(caller) ? Set.of(type.cast(caller)) : Set.of();
  }

  @Override
  public boolean isCallerInRole(String role) {
    boolean anyCaller = role.equals(AccessRule.ANY_CALLER);
    return anyCaller ? !session.isAnonymous() : session.groups().contains(role);
  }

  @Override
  public boolean hasAccessToWebResource(String resource, String... methods) {
    throw new UnsupportedOperationException("There is no web container to ask.");
  }

  @Override
  public AuthenticationStatus authenticate(
      HttpServletRequest request,
      HttpServletResponse response,
      AuthenticationParameters parameters) {
    throw new UnsupportedOperationException("There is no web container to log in at.");
  }
}
