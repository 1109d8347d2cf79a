package dev.cloakroom.it.probe.component;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Open to everybody; calls what its path names. */
@Path("call/{name}")
public class CallResource {
  @Inject Calls calls;

  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String call(@PathParam("name") String name) {
    return calls.to(name);
  }
}
