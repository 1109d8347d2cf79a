package dev.cloakroom.it.comparison.token;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The page as a resource, which is what MicroProfile JWT guards on each server. */
@RequestScoped
@Path("orders")
@RolesAllowed("user")
public class TokenResource {

  @GET
  public String orders(@Context SecurityContext security) {
    return "orders of " + caller(security);
  }

  @POST
  public String order(@Context SecurityContext security) {
    return "ordered by " + caller(security);
  }

  /** There is a server that does not hold resources to their rules unless it is told to. */
  private static String caller(SecurityContext security) {
    Principal caller = security.getUserPrincipal();
    return caller == null ? "nobody" : caller.getName();
  }

  /** Logs out, as far as there is something to log out of. */
  @POST
  @Path("leave")
  public String leave(@Context HttpServletRequest request) throws ServletException {
    request.logout();
    return "good bye";
  }
}
