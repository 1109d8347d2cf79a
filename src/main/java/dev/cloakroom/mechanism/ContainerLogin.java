package dev.cloakroom.mechanism;

import dev.cloakroom.LoginSession;
import dev.cloakroom.servlet.RequestLogin;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;

/** Tells the container, and the rest of the request, who is logged in. */
final class ContainerLogin {

  private ContainerLogin() {}

  static AuthenticationStatus establish(RequestLogin login, HttpMessageContext context) {
    login.establish(context.getRequest(), context.getResponse());
    LoginSession session = login.session();
    return context.notifyContainerAboutLogin(
        new NamedCaller(session.callerName()), session.groups());
  }
}
