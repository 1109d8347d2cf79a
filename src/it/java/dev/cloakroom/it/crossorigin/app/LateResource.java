package dev.cloakroom.it.crossorigin.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The same by Jakarta REST. */
@Path("late")
public class LateResource {

  @GET
  @Path("{way}")
  public void suspended(@PathParam("way") String way, @Suspended AsyncResponse later) {
    switch (way) {
      case "timeout" -> later.setTimeout(200, TimeUnit.MILLISECONDS);
      case "crash" -> later.resume(new IllegalStateException("told to"));
      case "missing" -> later.resume(new NotFoundException());
      default -> later.resume("late");
    }
  }

  @GET
  @Path("stage/{way}")
  public CompletionStage<String> promised(@PathParam("way") String way) {
    return way.equals("crash")
        ? CompletableFuture.failedFuture(new IllegalStateException("told to"))
        : CompletableFuture.completedFuture("late");
  }

  @GET
  @Path("events/{way}")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(@PathParam("way") String way, @Context SseEventSink sink, @Context Sse sse) {
    if (way.equals("crash")) {
      throw new IllegalStateException("told to");
    }
    sink.send(sse.newEvent("late"));
    sink.close();
  }
}
