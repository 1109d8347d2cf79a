package dev.cloakroom.it.caller.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** An Enterprise Bean, which its container guards. */
@Stateless
public class Desk {

  @RolesAllowed("admin")
  public void admin() {}
}
