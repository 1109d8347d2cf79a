package dev.cloakroom.it.pages.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean that is guarded. */
@ApplicationScoped
public class Vault {

  @RolesAllowed("user")
  public String open() {
    return "for users";
  }

  @RolesAllowed("admin")
  public String openForAdmins() {
    return "for admins";
  }
}
