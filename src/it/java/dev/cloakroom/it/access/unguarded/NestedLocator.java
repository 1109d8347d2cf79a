package dev.cloakroom.it.access.unguarded;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What a locator gives, with another locator below it. */
public class NestedLocator {

  @Path("deeper")
  @RolesAllowed("admin")
  public NestedLocator deeper() {
    return new NestedLocator();
  }

  @GET
  public String get() {
    return "nested";
  }
}
