package dev.cloakroom.it.logins.app;

/** A caller who cannot be kept. */
public class Visitor extends Employee {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings({"serial", "UnusedVariable"}) // what makes it so
  private final Object escort = new Object();

  Visitor(String name) {
    super(name, java.util.List.of());
  }
}
