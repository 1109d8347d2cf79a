package dev.cloakroom.it.probe.component;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Calls what is guarded, by name, for servlets and resources that are not. */
@Dependent
public class Calls {
  @Inject Vault vault;
  @Inject Annex annex;
  @Inject Drawer drawer;
  @Inject Payroll payroll;

  String to(String name) {
    return switch (name) {
      case "vault-users" -> vault.forUsers();
      case "vault-admins" -> vault.forAdmins();
      case "vault-callers" -> vault.forCallers();
      case "vault-all" -> vault.forAll();
      case "vault-nobody" -> vault.forNobody();
      case "annex-users" -> annex.forUsers();
      case "annex-admins" -> annex.forAdmins();
      case "annex-nobody" -> annex.forNobody();
      case "drawer" -> drawer.open();
      default -> toEnterpriseBean(name);
    };
  }

  private String toEnterpriseBean(String name) {
    return switch (name) {
      case "ejb-users" -> payroll.forUsers();
      case "ejb-admins" -> payroll.forAdmins();
      case "ejb-all" -> payroll.forAll();
      case "ejb-nobody" -> payroll.forNobody();
      case "ejb-vault" -> payroll.opensVault();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
