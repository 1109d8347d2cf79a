package dev.cloakroom.it.stepup.app;

import dev.cloakroom.BearerTokens;
import dev.cloakroom.LoginSession;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Believes whatever its caller says to have proven. */
@Path("elevation")
public class ElevationResource {
  @Inject LoginSession login;

  @POST
  @Path("{level}")
  public String elevate(@PathParam("level") int level) {
    return login.elevate(level, "otp").map(BearerTokens::json).orElse("by cookie");
  }

  @GET
  public String level() {
    return login.level()
        + " "
        + String.join(",", login.authenticationMethods().stream().sorted().toList());
  }
}
