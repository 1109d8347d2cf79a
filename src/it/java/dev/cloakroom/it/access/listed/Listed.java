package dev.cloakroom.it.access.listed;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that is listed. */
@Path("class")
public class Listed {

  @GET
  public String forEverybody() {
    return "for everybody";
  }

  @GET
  @Path("admins")
  @RolesAllowed("admin")
  public String forAdmins() {
    return "for administrators";
  }

  @GET
  @Path("nobody")
  @DenyAll
  public String forNobody() {
    return "for nobody";
  }

  @Path("located")
  @RolesAllowed("admin")
  public Located located() {
    return new Located();
  }
}
