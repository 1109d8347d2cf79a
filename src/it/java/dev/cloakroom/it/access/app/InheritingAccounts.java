package dev.cloakroom.it.access.app;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;

/** An Enterprise Bean with a rule that it inherits. */
@Stateless
@LocalBean
public class InheritingAccounts implements Inherited {

  @Override
  public String inherited() {
    return "read";
  }
}
