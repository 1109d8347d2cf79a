package dev.cloakroom.cdi;

import dev.cloakroom.config.LoginScopedSettings;
import dev.cloakroom.scope.LeftBehindBeans;
import dev.cloakroom.scope.LoginBeans;
import dev.cloakroom.scope.LoginScopeExtension;
import dev.cloakroom.session.SessionBeans;
import dev.cloakroom.session.SessionEnvironment;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
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
      HttpServletRequest request) {
    LoginScopedSettings settings = deployment.settings().loginScoped();
    SessionBeans kept = new SessionBeans(sessions, settings.maxSize());
    return LoginBeans.of(found, settings.types(), kept, request);
  }

  @Produces
  @Singleton
  LeftBehindBeans leftBehind(LoginBeans beans, BeanManager container) {
    return new LeftBehindBeans(beans, container);
  }
}
