package dev.cloakroom.it.probe.component;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean like any other, for callers in the role {@code user} unless a method says otherwise. */
@ApplicationScoped
@RolesAllowed("user")
public class Vault {

  public String forUsers() {
    return "for users";
  }

  @RolesAllowed("admin")
  public String forAdmins() {
    return "for administrators";
  }

  @RolesAllowed("**")
  public String forCallers() {
    return "for everybody who is logged in";
  }

  @PermitAll
  public String forAll() {
    return "for everybody";
  }

  @DenyAll
  public String forNobody() {
    return "for nobody";
  }
}
