package dev.cloakroom.it.access.listed;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Answers everybody where a locator of another application does not. */
@Path("class/located")
public class OpenLocated {

  @GET
  public String get() {
    return "open";
  }
}
