package dev.cloakroom.cdi;

import dev.cloakroom.CsrfToken;
import dev.cloakroom.servlet.ShownCsrfToken;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.web.ServedCsrfToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;

/** The CSRF token of whom the calling thread works for. */
@ApplicationScoped
public class CurrentCsrfToken implements CsrfToken {
  @Inject CurrentLogin login;

  /** Asked for when it is needed: this bean may be made before the initializer has run. */
  @Inject Provider<ServedCsrfToken> served;

  /** Made by the container. */
  public CurrentCsrfToken() {}

  @Override
  public String getToken() {
    return served.get().of(login.find());
  }

  @Override
  public String getParameter() {
    return ShownCsrfToken.FIELD;
  }

  @Override
  public String getHeader() {
    return ShownCsrfToken.HEADER;
  }
}
