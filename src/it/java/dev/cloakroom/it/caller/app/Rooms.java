package dev.cloakroom.it.caller.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A guarded bean. */
@ApplicationScoped
public class Rooms {

  @RolesAllowed("user")
  public void user() {}

  @RolesAllowed("admin")
  public void admin() {}

  @RolesAllowed("**")
  public void any() {}
}
