package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/**
 * One with a type parameter.
 *
 * @param <T> what is asked for
 */
public interface GenericApi<T> {

  @GET
  @Path("a")
  @RolesAllowed("admin")
  String a(@QueryParam("what") T what);
}
