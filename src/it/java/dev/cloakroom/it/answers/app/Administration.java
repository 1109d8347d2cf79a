package dev.cloakroom.it.answers.app;

import dev.cloakroom.StoreUnavailableException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** What is not for everybody, or fails. */
@ApplicationScoped
public class Administration {

  @RolesAllowed("admin")
  public String administer() {
    return "administered";
  }

  public String store() {
    throw new StoreUnavailableException("The probe's store is told to fail.");
  }
}
