package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** An Enterprise Bean with a rule of its own. */
@Stateless
public class Accounts {

  @RolesAllowed("admin")
  public String read() {
    return "read";
  }
}
