package dev.cloakroom.it.relay.app;

import dev.cloakroom.rest.TokenRelayFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Asks another service by a client with a filter that leads its requests elsewhere. */
@Path("ask/led")
public class LedResource {
  private static final int BEHIND_THOSE_WITHOUT_A_PRIORITY = 6000;

  /** Leads each request there. */
  public record Leader(URI to) implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
      request.setUri(to);
    }
  }

  @GET
  public String ask(@QueryParam("at") String address, @QueryParam("to") String to) {
    Client client =
        ClientBuilder.newClient()
            .register(TokenRelayFilter.class)
            .register(new Leader(URI.create(to)), BEHIND_THOSE_WITHOUT_A_PRIORITY);
    try {
      Response answer = client.target(address).request().get();
      return answer.getStatus() + " " + answer.readEntity(String.class);
    } finally {
      client.close();
    }
  }
}
