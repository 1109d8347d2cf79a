package dev.cloakroom.it.stepup.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What a locator gives. */
public class Located {

  @GET
  @Path("below")
  public String below() {
    return "vault";
  }
}
