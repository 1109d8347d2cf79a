package dev.cloakroom.it.access.unguarded;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean with two annotations at once, and a rule inside. */
@ApplicationScoped
public class PlainGreeting implements Greeting {

  @Override
  @PermitAll
  @RolesAllowed("user")
  public String greet() {
    return inner();
  }

  @RolesAllowed("admin")
  private String inner() {
    return "hello";
  }
}
