package dev.cloakroom.it.access.app;

import jakarta.ws.rs.Path;

/** Says what the type parameter stands for. */
@Path("by-generic")
public class ByGeneric implements GenericApi<String> {

  @Override
  public String a(String what) {
    return "a";
  }
}
