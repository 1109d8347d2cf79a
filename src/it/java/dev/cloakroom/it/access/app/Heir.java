package dev.cloakroom.it.access.app;

import jakarta.enterprise.context.RequestScoped;

/** Writes the method anew, without the rule. */
@RequestScoped
public class Heir extends RuledBean {

  @Override
  public String read() {
    return "read";
  }
}
