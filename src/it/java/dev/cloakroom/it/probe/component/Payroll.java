package dev.cloakroom.it.probe.component;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** An Enterprise Bean: its own container enforces who may call it. */
@Stateless
@RolesAllowed("user")
public class Payroll {
  @SuppressWarnings("NullAway.Init") // the container does
  @Resource
  SessionContext context;

  @Inject Vault vault;

  public String forUsers() {
    return caller();
  }

  @RolesAllowed("admin")
  public String forAdmins() {
    return caller();
  }

  @DenyAll
  public String forNobody() {
    return caller();
  }

  @PermitAll
  public String forAll() {
    return "for everybody";
  }

  /** Calls a bean that asks for more than this one does. */
  @PermitAll
  public String opensVault() {
    return vault.forAdmins();
  }

  private String caller() {
    return context.getCallerPrincipal().getName() + " " + context.isCallerInRole("admin");
  }
}
