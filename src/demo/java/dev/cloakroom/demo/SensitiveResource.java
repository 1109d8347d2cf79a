package dev.cloakroom.demo;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** What to be logged in is not enough for. */
@Path("sensitive")
@RequestScoped
@RolesAllowed(Caller.USER)
@Produces(MediaType.APPLICATION_JSON)
public class SensitiveResource {

  /** The number that card networks have for tests. */
  private static final String CARD = "4111 1111 1111 1111";

  @Inject OrderBook orders;

  /** For who has proven who they are within the last minute, whether by password or code. */
  @GET
  @Path("card")
  @Fresh(within = "PT1M")
  public JsonObject card(@Context SecurityContext security) {
    return Caller.of(security).toJson().add("card", CARD).build();
  }

  /** For who has proven a second factor, whenever they did. */
  @POST
  @Path("cancellation")
  @AuthenticationLevel(2)
  public JsonObject cancelOrders(@Context SecurityContext security) {
    Caller caller = Caller.of(security);
    return caller.toJson().add("cancelled", orders.cancelAll(caller.name())).build();
  }
}
