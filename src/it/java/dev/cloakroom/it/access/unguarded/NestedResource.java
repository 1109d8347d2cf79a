package dev.cloakroom.it.access.unguarded;

import jakarta.ws.rs.Path;

/** Leads to a locator. */
@Path("nested")
public class NestedResource {

  @Path("open")
  public NestedLocator open() {
    return new NestedLocator();
  }
}
