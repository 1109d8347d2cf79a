package dev.cloakroom.it.probe.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Typed;

/** Inherits the rules of another bean, that of a method which it writes anew included. */
@RequestScoped
@Typed(Annex.class)
public class Annex extends Vault {

  @Override
  public String forNobody() {
    return "for nobody here neither";
  }
}
