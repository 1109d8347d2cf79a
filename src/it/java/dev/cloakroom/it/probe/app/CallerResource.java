package dev.cloakroom.it.probe.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Who is calling, by every view that a Jakarta REST resource has. */
@Path("caller")
@Produces(MediaType.APPLICATION_JSON)
public class CallerResource {
  @Inject CallerView view;
  @Inject StaffDirectory directory;

  @GET
  public JsonObject caller(
      @Context HttpServletRequest request, @Context SecurityContext resources) {
    return view.of(request)
        .add("rest", CallerView.view(resources.getUserPrincipal(), resources::isUserInRole))
        .build();
  }

  @GET
  @Path("user")
  @RolesAllowed("user")
  public JsonObject user(@Context HttpServletRequest request, @Context SecurityContext resources) {
    return caller(request, resources);
  }

  @GET
  @Path("staff")
  @RolesAllowed("staff")
  public JsonObject staff(@Context HttpServletRequest request, @Context SecurityContext resources) {
    return caller(request, resources);
  }

  @GET
  @Path("directory-calls/{name}")
  @Produces(MediaType.TEXT_PLAIN)
  public String directoryCalls(@PathParam("name") String name) {
    return Integer.toString(directory.callsFor(name));
  }
}
