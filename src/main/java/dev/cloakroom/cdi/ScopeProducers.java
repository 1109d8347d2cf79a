package dev.cloakroom.cdi;

import dev.cloakroom.config.LoginScopedSettings;
import dev.cloakroom.scope.LeftBehindBeans;
import dev.cloakroom.scope.LoginBeans;
import dev.cloakroom.scope.LoginScopeExtension;
import dev.cloakroom.scope.OwnCallers;
import dev.cloakroom.session.RunOutWatch;
import dev.cloakroom.session.SessionBeans;
import dev.cloakroom.session.SessionEnvironment;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/** Builds what {@code @LoginScoped} beans are kept with, each part once for an application. */
@Dependent
public class ScopeProducers {

  /** Made by the container. */
  public ScopeProducers() {}

  @Produces
  @Singleton
  LoginBeans beans(
      LoginScopeExtension found,
      Deployment deployment,
      SessionEnvironment sessions,
      Instance<RunOutThread> runOut,
      HttpServletRequest request) {
    LoginScopedSettings settings = deployment.settings().loginScoped();
    int mostBytes = settings.maxSize();
    SessionBeans kept =
        found.hasLastWords()
            ? new SessionBeans(sessions, mostBytes, runOut.get().watch())
            : new SessionBeans(sessions, mostBytes);
    return LoginBeans.of(found, settings.types(), kept, request);
  }

  /** Only where a bean wants to hear of its end. */
  @Produces
  @Singleton
  RunOutThread runOut(SessionEnvironment sessions) {
    return new RunOutThread(new RunOutWatch(sessions));
  }

  void stop(@Disposes RunOutThread runOut) {
    runOut.close();
  }

  @Produces
  @Singleton
  OwnCallers callers(ServletContext application, Deployment deployment, LoginBeans beans) {
    return OwnCallers.of(application, deployment.settings().loginScoped(), beans);
  }

  @Produces
  @Singleton
  LeftBehindBeans leftBehind(LoginBeans beans, BeanManager container) {
    return new LeftBehindBeans(beans, container);
  }
}
