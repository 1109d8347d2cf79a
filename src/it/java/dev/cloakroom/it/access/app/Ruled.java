package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Has a rule for each of its methods. */
public abstract class Ruled {

  @GET
  @Path("a")
  @RolesAllowed("admin")
  public abstract String a();

  @GET
  @Path("b")
  @RolesAllowed("admin")
  public String b() {
    return "b";
  }
}
