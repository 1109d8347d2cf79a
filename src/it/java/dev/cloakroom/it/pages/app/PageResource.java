package dev.cloakroom.it.pages.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Pages by Jakarta REST, guarded by themselves or by the bean that they call. */
@Path("pages")
@RequestScoped
@Produces("text/html")
public class PageResource {
  @Inject Vault vault;

  @GET
  @RolesAllowed("user")
  public String page() {
    return "<p>for users";
  }

  @POST
  @RolesAllowed("user")
  public String send() {
    return "<p>sent";
  }

  @GET
  @Path("for-admins")
  @RolesAllowed("admin")
  public String pageOfAdmins() {
    return "<p>for admins";
  }

  @GET
  @Path("vault")
  public String vault() {
    return vault.open();
  }

  @POST
  @Path("vault")
  public String sendToVault() {
    return vault.open();
  }

  @GET
  @Path("vault-of-admins")
  public String vaultOfAdmins() {
    return vault.openForAdmins();
  }
}
