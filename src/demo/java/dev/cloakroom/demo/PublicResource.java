package dev.cloakroom.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** What anybody may read. */
@Path("/public")
@PermitAll
public class PublicResource {

  /** A greeting that asks for nobody's name. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, String> greeting() {
    return Map.of("message", "Hello, whoever you are");
  }
}
