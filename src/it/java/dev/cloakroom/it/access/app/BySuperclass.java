package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

/** Writes one method anew without a rule, and one with another. */
@Path("by-superclass")
public class BySuperclass extends Ruled {

  @Override
  public String a() {
    return "a";
  }

  @Override
  @RolesAllowed("user")
  public String b() {
    return "b";
  }
}
