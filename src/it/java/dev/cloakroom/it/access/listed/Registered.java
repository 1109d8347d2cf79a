package dev.cloakroom.it.access.listed;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that nothing but a feature names. */
@Path("registered")
public class Registered {

  @GET
  @RolesAllowed("admin")
  public String forAdmins() {
    return "for administrators";
  }
}
