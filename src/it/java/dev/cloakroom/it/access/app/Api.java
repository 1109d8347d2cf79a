package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What a resource answers, and who may ask. */
public interface Api {

  @GET
  @Path("a")
  @RolesAllowed("admin")
  String a();

  @GET
  @Path("given")
  @RolesAllowed("admin")
  default String given() {
    return "given";
  }
}
