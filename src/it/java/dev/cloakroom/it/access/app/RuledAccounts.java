package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;

/** An Enterprise Bean with a rule, and a method that it inherits. */
@Stateless
@LocalBean
@RolesAllowed("admin")
public class RuledAccounts extends OpenAccounts {

  public String own() {
    return "read";
  }
}
