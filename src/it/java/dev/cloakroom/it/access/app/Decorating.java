package dev.cloakroom.it.access.app;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Has no rule of its own, and stands behind the bean's. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class Decorating implements Decorated {
  @Inject @Delegate Decorated decorated;

  @Override
  public String read() {
    return decorated.read();
  }
}
