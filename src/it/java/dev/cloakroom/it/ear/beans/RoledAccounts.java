package dev.cloakroom.it.ear.beans;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** An Enterprise Bean that asks for roles. */
@Stateless
public class RoledAccounts {

  @RolesAllowed("user")
  public String users() {
    return "vault";
  }

  @RolesAllowed("admin")
  public String admins() {
    return "vault";
  }
}
