package dev.cloakroom.cdi;

import dev.cloakroom.access.Caller;
import dev.cloakroom.access.ContainerCaller;
import dev.cloakroom.mechanism.NamedCaller;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.task.TaskLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;

/** The caller that the calling thread works for, asked for anew at each call. */
@ApplicationScoped
public class CurrentCaller implements Caller {
  @Inject CurrentLogin login;
  @Inject SecurityContext security;
  @Inject HttpServletRequest request;

  /** Made by the container. */
  public CurrentCaller() {}

  @Override
  public boolean isAnonymous() {
    return current().isAnonymous();
  }

  @Override
  public boolean isInRole(String role) {
    return current().isInRole(role);
  }

  private Caller current() {
    TaskLogin task = TaskLogin.current();
    if (task != null) {
      return task;
    }
    return isLeftBehind() ? TaskLogin.NOBODY : new ContainerCaller(security, request);
  }

  /**
   * Whether the container still knows a caller of ours where their login is not known: a thread
   * that a request has started may have inherited them, and would never hear of the login's end.
   */
  private boolean isLeftBehind() {
    return login.ofRequest() == null && !security.getPrincipalsByType(NamedCaller.class).isEmpty();
  }
}
