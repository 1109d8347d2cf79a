package dev.cloakroom.cdi;

import dev.cloakroom.access.Caller;
import dev.cloakroom.access.ContainerCaller;
import dev.cloakroom.access.RequiredProof;
import dev.cloakroom.mechanism.NamedCaller;
import dev.cloakroom.servlet.RequestLogin;
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

  /** By the login, whoever the container takes them for, such as by {@code @RunAs}. */
  @Override
  public boolean hasProven(RequiredProof proof) {
    TaskLogin task = TaskLogin.current();
    if (task != null) {
      return task.hasProven(proof);
    }
    RequestLogin known = login.ofRequest();
    return known != null && known.hasProven(proof.level(), proof.within());
  }

  private Caller current() {
    TaskLogin task = TaskLogin.current();
    if (task != null) {
      return task;
    }
    ContainerCaller known = new ContainerCaller(security, request);
    return isLeftBehind(known) ? TaskLogin.NOBODY : known;
  }

  /**
   * Whether the container has a caller of ours whose login is not that of the request: a thread
   * that a request has started may have inherited them, a contextual proxy may have brought them
   * along, and neither would ever hear of the login's end.
   */
  private boolean isLeftBehind(ContainerCaller container) {
    RequestLogin known = login.ofRequest();
    String name = known == null ? null : known.session().callerName();
    for (NamedCaller caller : container.principals(NamedCaller.class)) {
      if (!caller.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
