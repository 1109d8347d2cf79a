package dev.cloakroom.it.access.app;

import jakarta.ws.rs.Path;

/** Repeats no annotation. */
@Path("by-interface")
public class ByInterface implements WiderApi {

  @Override
  public String a() {
    return "a";
  }
}
