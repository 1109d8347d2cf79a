package dev.cloakroom.it.logins.app;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.IOException;

/** Resources that do what they are told. */
@Path("/")
@RequestScoped
public class OwnResource {
  @Inject Steps steps;

  @GET
  @Path("open")
  @PermitAll
  public String open(@Context HttpServletRequest request, @Context HttpServletResponse response)
      throws IOException, ServletException {
    return steps.run(request, response);
  }

  @GET
  @Path("login")
  public String login(@Context HttpServletRequest request, @Context HttpServletResponse response)
      throws IOException, ServletException {
    return steps.run(request, response);
  }

  @GET
  @Path("users")
  @RolesAllowed("user")
  public String users(@Context HttpServletRequest request, @Context HttpServletResponse response)
      throws IOException, ServletException {
    return steps.run(request, response);
  }
}
