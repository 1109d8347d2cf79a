package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

/** A class whose rule is for its locator, too. */
@Path("ruled-locators")
@RolesAllowed("admin")
public class RuledLocators {

  @Path("any")
  public Open any() {
    Locators.RUN.incrementAndGet();
    return new Open();
  }
}
