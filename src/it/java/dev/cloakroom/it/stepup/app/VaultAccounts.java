package dev.cloakroom.it.stepup.app;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** An Enterprise Bean. */
@Stateless
public class VaultAccounts {

  @PermitAll
  @AuthenticationLevel(2)
  public String open() {
    return "vault";
  }

  @PermitAll
  @AuthenticationLevel(2)
  @Fresh
  public String freshLevel() {
    return "vault";
  }

  @PermitAll
  @Fresh(within = "PT8S")
  public String fresh() {
    return "vault";
  }

  @RolesAllowed("user")
  @AuthenticationLevel(2)
  public String users() {
    return "vault";
  }

  @RolesAllowed("admin")
  @AuthenticationLevel(2)
  public String admins() {
    return "vault";
  }
}
