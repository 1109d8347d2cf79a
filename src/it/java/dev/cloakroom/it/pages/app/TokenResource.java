package dev.cloakroom.it.pages.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A resource that was written for MicroProfile JWT. */
@Path("token")
@RequestScoped
public class TokenResource {
  @Inject JsonWebToken token;

  @GET
  @RolesAllowed("user")
  public String name() {
    return token.getName() + " " + token.getGroups().contains("user");
  }
}
