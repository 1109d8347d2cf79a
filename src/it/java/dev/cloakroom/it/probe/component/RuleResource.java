package dev.cloakroom.it.probe.component;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A resource with every rule there is. */
@Path("rules")
@RolesAllowed("user")
@Produces(MediaType.TEXT_PLAIN)
public class RuleResource {

  @GET
  @Path("users")
  public String forUsers() {
    return "for users";
  }

  @GET
  @Path("admins")
  @RolesAllowed("admin")
  public String forAdmins() {
    return "for administrators";
  }

  @GET
  @Path("callers")
  @RolesAllowed("**")
  public String forCallers() {
    return "for everybody who is logged in";
  }

  @GET
  @Path("all")
  @PermitAll
  public String forAll() {
    return "for everybody";
  }

  @GET
  @Path("nobody")
  @DenyAll
  public String forNobody() {
    return "for nobody";
  }
}
