package dev.cloakroom.cdi;

import dev.cloakroom.access.ContainerCaller;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.task.TaskLogins;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;

/** Builds what knows whom a thread works for, each part once for an application. */
@Dependent
public class TaskProducers {

  /** Made by the container. */
  public TaskProducers() {}

  @Produces
  @Singleton
  CurrentLogin current(HttpServletRequest request) {
    return new CurrentLogin(request);
  }

  @Produces
  @Singleton
  TaskLogins logins(
      CurrentLogin current,
      SecurityContext security,
      HttpServletRequest request,
      Provider<Deployment> deployment) {
    return new TaskLogins(
        current, new ContainerCaller(security, request), () -> deployment.get().roles());
  }
}
