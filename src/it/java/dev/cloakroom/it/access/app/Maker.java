package dev.cloakroom.it.access.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes a bean of a class that has a rule. */
@ApplicationScoped
public class Maker {

  @Produces
  Made made() {
    return new Made();
  }
}
