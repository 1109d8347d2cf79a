package dev.cloakroom.it.access.app;

import jakarta.ws.rs.Path;

/** Leads to resources that have a path of their own, and locators with rules. */
@Path("handing-on")
public class HandingOn {

  @Path("to")
  public Locators to() {
    return new Locators();
  }

  @Path("ruled")
  public RuledLocators ruled() {
    return new RuledLocators();
  }
}
