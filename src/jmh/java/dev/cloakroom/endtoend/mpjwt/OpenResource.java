package dev.cloakroom.endtoend.mpjwt;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The demo's public resource without {@code @PermitAll}, which Payara's MicroProfile JWT answers
 * with 401 for an anonymous caller.
 */
@Path("open")
@Produces(MediaType.APPLICATION_JSON)
public class OpenResource {

  @GET
  public JsonObject forAnybody() {
    return Json.createObjectBuilder().add("message", "Anybody may read this.").build();
  }
}
