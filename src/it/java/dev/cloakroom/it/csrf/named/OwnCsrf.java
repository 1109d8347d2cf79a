package dev.cloakroom.it.csrf.named;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The application's own. */
@Named("csrf")
@RequestScoped
public class OwnCsrf {

  public String getParameter() {
    return "own";
  }

  public String getToken() {
    return "token";
  }
}
