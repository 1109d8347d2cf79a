package dev.cloakroom.it.access.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Has no rule itself. */
public class Open {

  @GET
  public String get() {
    return "open";
  }

  @GET
  @Path("below")
  public String below() {
    return "below";
  }
}
