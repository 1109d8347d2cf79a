package dev.cloakroom.demo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/** The caller's own orders: list them, read one, place one. */
@Path("orders")
@RequestScoped
@RolesAllowed(Caller.USER)
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {

  @Inject OrderBook orders;

  @GET
  public JsonObject list(@Context SecurityContext security) {
    Caller caller = Caller.of(security);
    JsonArrayBuilder list = JsonFactories.BUILDERS.createArrayBuilder();
    orders.of(caller.name()).forEach(order -> list.add(order.toJson()));
    return caller.toJson().add("orders", list).build();
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  public JsonObject read(@Context SecurityContext security, @PathParam("id") long id) {
    return orders
        .find(Caller.of(security).name(), id)
        .map(Order::toJson)
        .orElseThrow(NotFoundException::new);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response place(@Context SecurityContext security, @Context UriInfo uri, String body) {
    SentOrder sent = OrderRequest.parse(body);
    if (sent instanceof SentOrder.Invalid invalid) {
      return Problems.of(Status.BAD_REQUEST, invalid.detail());
    }
    Order order = orders.place(Caller.of(security).name(), (OrderRequest) sent);
    return Response.created(uri.getAbsolutePathBuilder().path(Long.toString(order.id())).build())
        .entity(order.toJson())
        .build();
  }
}
