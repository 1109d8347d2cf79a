package dev.cloakroom.mechanism;

import dev.cloakroom.LoginSession;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.token.TokenContent;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import org.jspecify.annotations.Nullable;

/** Tells the container, and the rest of the request, who is logged in. */
final class ContainerLogin {

  private ContainerLogin() {}

  static AuthenticationStatus establish(
      RequestLogin login, HttpMessageContext context, CallerForm form) {
    login.establish(context.getRequest(), context.getResponse());
    LoginSession session = login.session();
    return context.notifyContainerAboutLogin(
        form.of(session.callerName(), token(login)), session.groups());
  }

  private static @Nullable TokenContent token(RequestLogin login) {
    return login instanceof RequestLogin.OfAnotherIssuer foreign ? foreign.token() : null;
  }
}
