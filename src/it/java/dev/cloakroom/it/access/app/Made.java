package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Vetoed;

/** No bean by itself. */
@Vetoed
public class Made {

  @RolesAllowed("admin")
  public String read() {
    return "read";
  }
}
