package dev.cloakroom.it.starts.ordered;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Not for everybody. */
@Path("/secret")
public class SecretResource {

  @GET
  @RolesAllowed("user")
  public String secret() {
    return "secret";
  }
}
