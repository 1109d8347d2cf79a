package dev.cloakroom.it.stepup.app;

import dev.cloakroom.AuthenticationLevel;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says what its implementations do not repeat. */
public interface RuledVault {

  @GET
  @Path("inherited")
  @AuthenticationLevel(2)
  String inherited();
}
