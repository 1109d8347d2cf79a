package dev.cloakroom.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A caller with some roles; without a name an anonymous one. */
record Somebody(@Nullable String name, Set<String> roles) implements Caller {

  @Override
  public boolean isAnonymous() {
    return name == null;
  }

  @Override
  public boolean isInRole(String role) {
    return roles.contains(role);
  }
}
