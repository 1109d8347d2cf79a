package dev.cloakroom.it.issuer.app;

import dev.cloakroom.LoginSessions;
import dev.cloakroom.it.probe.scoped.Basket;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;

/** What administrators do, without any permission asked, and what fails for a foreign caller. */
@Path("foreign-tokens")
public class ForeignTokensResource {
  @Inject LoginSessions sessions;
  @Inject Basket basket;

  @POST
  @Path("end")
  public String end(@FormParam("issuer") String issuer, @FormParam("id") String id) {
    sessions.endToken(issuer, id, Instant.now().plusSeconds(300));
    return "";
  }

  @GET
  @Path("basket")
  public String basket() {
    try {
      return "kept: " + basket.name();
    } catch (ContextNotActiveException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
