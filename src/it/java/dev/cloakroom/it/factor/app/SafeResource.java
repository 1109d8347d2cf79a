package dev.cloakroom.it.factor.app;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.LoginSession;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What callers may see who have proven enough, and who is asking. */
@Path("safe")
public class SafeResource {
  @Inject LoginSession login;

  @GET
  @RolesAllowed("user")
  public String users() {
    return "safe";
  }

  @GET
  @Path("level")
  @AuthenticationLevel(2)
  public String level() {
    return "safe";
  }

  @GET
  @Path("who")
  @PermitAll
  public String who() {
    return login.isAnonymous() ? "nobody" : login.callerName() + " " + login.level();
  }
}
