package dev.cloakroom.it.testkit.app;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.TreeSet;

/** What is for whom. */
@Path("/shop")
public class ShopResource {
  @Inject LoginSession login;
  @Inject LoginSessions logins;

  @GET
  @RolesAllowed({"user", "clerk"})
  public String caller() {
    return login.callerName() + " " + new TreeSet<>(login.groups()) + " " + login.level();
  }

  @GET
  @Path("orders")
  @RolesAllowed("clerk")
  public String orders() {
    return "all orders";
  }

  @POST
  @Path("payments")
  @RolesAllowed({"user", "clerk"})
  @AuthenticationLevel(2)
  public String pay() {
    return "paid";
  }

  @GET
  @Path("address")
  @RolesAllowed({"user", "clerk"})
  @Fresh
  public String address() {
    return "an address";
  }

  @GET
  @Path("logins")
  @RolesAllowed({"user", "clerk"})
  public int logins() {
    return logins.of(login.callerName()).size();
  }
}
