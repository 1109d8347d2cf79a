package dev.cloakroom.it.answers.app;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** The same as a resource. */
@Path("/")
public class HabitResource {
  @Inject Habits habits;

  @GET
  @Path("page")
  public String page(@Context HttpServletRequest request, @Context HttpServletResponse response)
      throws IOException, ServletException {
    return habits.run(request, response);
  }

  /** One that says itself what caches may do. */
  @GET
  @Path("cacheable")
  public Response cacheable() {
    CacheControl hour = new CacheControl();
    hour.setMaxAge(3600);
    return Response.ok("cacheable").cacheControl(hour).build();
  }
}
