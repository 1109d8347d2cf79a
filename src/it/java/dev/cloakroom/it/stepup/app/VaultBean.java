package dev.cloakroom.it.stepup.app;

import dev.cloakroom.AuthenticationLevel;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean whose class asks. */
@ApplicationScoped
@AuthenticationLevel(2)
public class VaultBean {

  public String open() {
    return "vault";
  }
}
