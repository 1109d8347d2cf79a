package dev.cloakroom.it.access.app;

import jakarta.ws.rs.Path;

/** Repeats no annotation, and its interface's methods have no rule. */
@Path("by-ruled-interface")
public class ByRuledInterface implements RuledApi {

  @Override
  public String a() {
    return "a";
  }
}
