package dev.cloakroom.it.stepup.app;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A resource with a rule at each place. */
@Path("vault")
public class VaultResource implements RuledVault {

  @GET
  @AuthenticationLevel(2)
  public String get() {
    return "vault";
  }

  @POST
  @AuthenticationLevel(2)
  public String post() {
    return "vault";
  }

  @Override
  public String inherited() {
    return "vault";
  }

  @GET
  @Path("admins")
  @RolesAllowed("admin")
  @AuthenticationLevel(2)
  public String admins() {
    return "vault";
  }

  @GET
  @Path("fresh")
  @Fresh(within = "PT8S")
  public String fresh() {
    return "vault";
  }

  @GET
  @Path("fresh-level")
  @AuthenticationLevel(2)
  @Fresh
  public String freshLevel() {
    return "vault";
  }

  @Path("located")
  @AuthenticationLevel(2)
  public Located located() {
    return new Located();
  }

  @GET
  @Path("open")
  public String open() {
    return "open";
  }
}
