package dev.cloakroom.it.access.unguarded;

import jakarta.annotation.security.RolesAllowed;

/** Nobody's: made by whoever wants it. */
public class RuledObject {

  @RolesAllowed("admin")
  public String read() {
    return "read";
  }
}
