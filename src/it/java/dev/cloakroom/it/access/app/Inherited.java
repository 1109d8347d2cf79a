package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;

/** Where the container of Enterprise Beans does not look. */
public interface Inherited {

  @RolesAllowed("admin")
  String inherited();
}
