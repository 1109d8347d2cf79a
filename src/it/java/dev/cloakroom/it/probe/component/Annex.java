package dev.cloakroom.it.probe.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Typed;

/** Inherits the rules of another bean, and opens what it writes anew without a rule. */
@RequestScoped
@Typed(Annex.class)
public class Annex extends Vault {

  @Override
  public String forNobody() {
    return "for everybody here";
  }
}
