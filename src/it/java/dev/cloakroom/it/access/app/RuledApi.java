package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** One with a rule of its own. */
@RolesAllowed("admin")
public interface RuledApi {

  @GET
  @Path("a")
  String a();
}
