package dev.cloakroom.it.relay.failing;

import dev.cloakroom.rest.TokenRelayFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** The same by a client of MicroProfile, where the server has that. */
@Path("ask/microprofile")
public class MicroProfileFailure {

  /** The other service. */
  @Path("/")
  @RegisterProvider(TokenRelayFilter.class)
  public interface Service {
    @GET
    @Path("orders")
    String orders();
  }

  @GET
  public String ask() {
    return RestClientBuilder.newBuilder()
        .baseUri(URI.create("http://127.0.0.1:1/"))
        .build(Service.class)
        .orders();
  }
}
