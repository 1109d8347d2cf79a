package dev.cloakroom.it.cost.app;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The same text each time, for users or for everybody. */
@Path("text")
@Produces("application/json")
public class ConstantText {
  private static final String TEXT = "{\"text\":\"always the same\"}";

  @GET
  @Path("user")
  @RolesAllowed("user")
  public String user() {
    return TEXT;
  }

  @GET
  @Path("open")
  @PermitAll
  public String open() {
    return TEXT;
  }
}
