package dev.cloakroom.it.access.unguarded;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** A decorator with a rule of its own. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class RuledDecorator implements Greeting {
  @Inject @Delegate Greeting greeting;

  @Override
  @RolesAllowed("admin")
  public String greet() {
    return greeting.greet();
  }
}
