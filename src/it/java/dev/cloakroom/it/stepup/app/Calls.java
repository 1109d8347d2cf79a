package dev.cloakroom.it.stepup.app;

import dev.cloakroom.it.stepup.library.LibraryAccounts;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Open to everybody; calls what is not. */
@Path("calls/{kind}")
public class Calls {
  @Inject VaultBean bean;
  @Inject VaultAccounts accounts;
  @Inject LibraryAccounts library;

  @GET
  public String call(@PathParam("kind") String kind) {
    return switch (kind) {
      case "bean" -> bean.open();
      case "enterprise-bean" -> accounts.open();
      case "enterprise-bean-fresh" -> accounts.fresh();
      case "enterprise-bean-fresh-level" -> accounts.freshLevel();
      case "library-bean" -> library.open();
      case "enterprise-bean-users" -> accounts.users();
      case "enterprise-bean-admins" -> accounts.admins();
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
