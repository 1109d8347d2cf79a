package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;

/** What a bean extends. */
public abstract class RuledBean {

  @RolesAllowed("admin")
  public abstract String read();
}
