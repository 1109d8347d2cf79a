package dev.cloakroom.it.caller.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletionStage;

/** Open to everybody; asks the witness on other threads than that of the request. */
@Path("later")
@RequestScoped
public class AnswersLater {
  @Inject Places places;
  @Inject Witness witness;

  @GET
  @Path("stage/{place}")
  public CompletionStage<String> stage(@PathParam("place") String place) {
    Witness asked = witness;
    return places.in(place, asked::tell);
  }

  @GET
  @Path("response/{place}")
  public void response(@PathParam("place") String place, @Suspended AsyncResponse answer) {
    Witness asked = witness;
    places
        .in(place, asked::tell)
        .whenComplete((told, failed) -> answer.resume(failed == null ? told : failed));
  }
}
