package dev.cloakroom.it.csrf.app;

import dev.cloakroom.CsrfExempt;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A resource all of which is exempt. */
@Path("beacons")
@CsrfExempt
public class BeaconResource {
  @Inject Notes notes;

  @POST
  public String write(String text) {
    return notes.write(text);
  }
}
