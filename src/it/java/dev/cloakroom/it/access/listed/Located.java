package dev.cloakroom.it.access.listed;

import jakarta.ws.rs.GET;

/** What a locator gives. */
public class Located {

  @GET
  public String get() {
    return "located";
  }
}
