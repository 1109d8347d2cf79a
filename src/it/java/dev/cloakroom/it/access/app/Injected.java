package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that is a bean as well. */
@Path("injected")
@RequestScoped
public class Injected {

  @GET
  @RolesAllowed("admin")
  public String get() {
    return "injected";
  }
}
