package dev.cloakroom.readme;

import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("/orders")
public class Orders {

  @Inject private LoginSession login;
  @Inject private LoginSessions logins;

  @GET
  @RolesAllowed("customer")
  public String mine() {
    return "Orders of " + login.callerName();
  }

  @POST
  @Path("/{customer}/block")
  @RolesAllowed("clerk")
  public void block(@PathParam("customer") String customer) {
    logins.endAll(customer);
  }
}
