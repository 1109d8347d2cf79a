package dev.cloakroom.it.access.app;

import jakarta.annotation.security.RolesAllowed;

/** What a bean is injected by. */
public interface Ledger extends Pages<String> {

  @RolesAllowed("admin")
  String read();
}
