package dev.cloakroom.rest;

import dev.cloakroom.access.Caller;

/** Whom the container knows, where a test is about whom Jakarta REST knows. */
enum ContainersCaller implements Caller {
  /** In every role. */
  ALLOWED,
  /** Nobody. */
  NOBODY;

  @Override
  public boolean isAnonymous() {
    return this == NOBODY;
  }

  @Override
  public boolean isInRole(String role) {
    return this == ALLOWED;
  }
}
