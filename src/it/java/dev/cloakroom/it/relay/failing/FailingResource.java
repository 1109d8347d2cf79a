package dev.cloakroom.it.relay.failing;

import dev.cloakroom.rest.TokenRelayFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;

/** Cannot ask another service, for one reason or another. */
@Path("ask")
public class FailingResource {

  @GET
  @Path("rest")
  public String rest() {
    Client client = ClientBuilder.newClient().register(TokenRelayFilter.class);
    try {
      return client.target("http://127.0.0.1:1/").request().get(String.class);
    } finally {
      client.close();
    }
  }

  @GET
  @Path("another-failure")
  public String anotherFailure() {
    throw new ProcessingException("The other service is told to fail.");
  }
}
