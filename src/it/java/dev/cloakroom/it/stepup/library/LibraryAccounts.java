package dev.cloakroom.it.stepup.library;

import dev.cloakroom.AuthenticationLevel;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;

/** An Enterprise Bean in a library of the WAR. */
@Singleton
@AuthenticationLevel(2)
public class LibraryAccounts {

  @PermitAll
  public String open() {
    return "vault";
  }
}
