package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;

/** What a decorator stands before. */
public interface Decorated {

  @RolesAllowed("admin")
  String read();
}
