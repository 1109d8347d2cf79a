package dev.cloakroom.it.probe.app;

import dev.cloakroom.event.SecurityEvent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.stream.Collectors;

/** The events about a caller, one a line as their text. */
@Path("events")
public class EventsResource {
  @Inject EventRecorder recorder;

  @GET
  public String about(@QueryParam("caller") String caller) {
    return recorder.about(caller).stream()
        .map(SecurityEvent::toString)
        .collect(Collectors.joining("\n"));
  }
}
