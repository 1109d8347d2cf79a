package dev.cloakroom.it.logins.app;

import jakarta.security.enterprise.CallerPrincipal;
import java.io.Serializable;
import java.util.List;

/** A caller of the application's own type. */
public class Employee extends CallerPrincipal {
  private static final long serialVersionUID = 1L;

  private final List<Badge> badges;

  /** What an employee carries. */
  public record Badge(String door) implements Serializable {}

  Employee(String name, List<Badge> badges) {
    super(name);
    this.badges = List.copyOf(badges);
  }

  List<Badge> badges() {
    return badges;
  }
}
