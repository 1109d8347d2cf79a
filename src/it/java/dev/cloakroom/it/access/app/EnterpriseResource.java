package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An Enterprise Bean that is a resource. */
@Stateless
@Path("enterprise")
public class EnterpriseResource {

  @GET
  @RolesAllowed("admin")
  public String get() {
    return "enterprise";
  }
}
