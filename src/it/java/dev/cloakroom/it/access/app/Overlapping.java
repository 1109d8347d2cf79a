package dev.cloakroom.it.access.app;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Two methods for one path, of which one answers. */
@Path("overlapping")
public class Overlapping {

  @GET
  @Path("{any}")
  @PermitAll
  public String forEverybody() {
    return "for everybody";
  }

  @GET
  @Path("secret")
  @RolesAllowed("admin")
  public String forAdmins() {
    return "for administrators";
  }
}
