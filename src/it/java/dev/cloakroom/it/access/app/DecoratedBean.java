package dev.cloakroom.it.access.app;

import jakarta.enterprise.context.RequestScoped;

/** Is decorated. */
@RequestScoped
public class DecoratedBean implements Decorated {

  @Override
  public String read() {
    return "read";
  }
}
