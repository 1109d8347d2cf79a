package dev.cloakroom.it.relay.app;

import dev.cloakroom.rest.TokenRelayFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** Asks the other service by a client of MicroProfile, where the server has that. */
@Path("ask/microprofile")
public class MicroProfileResource {

  /** The other service. */
  @Path("/")
  @RegisterProvider(TokenRelayFilter.class)
  public interface Service {
    @GET
    @Path("orders")
    String orders();

    @GET
    @Path("orders")
    CompletionStage<String> ordersLater();

    @GET
    @Path("elsewhere")
    Response elsewhere();
  }

  @GET
  public String ask(@QueryParam("at") String address) throws Exception {
    URI base = URI.create(address).resolve("/");
    Service service = RestClientBuilder.newBuilder().baseUri(base).build(Service.class);
    return "200 " + service.orders();
  }

  /** By a method that goes on before the answer is there. */
  @GET
  @Path("later")
  public String askForLater(@QueryParam("at") String address) throws Exception {
    URI base = URI.create(address).resolve("/");
    Service service = RestClientBuilder.newBuilder().baseUri(base).build(Service.class);
    return "200 " + service.ordersLater().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** By a client that is told to follow redirects. */
  @GET
  @Path("redirected")
  public String askAndFollow(@QueryParam("at") String address) {
    URI base = URI.create(address).resolve("/");
    Service service =
        RestClientBuilder.newBuilder().baseUri(base).followRedirects(true).build(Service.class);
    Response answer = service.elsewhere();
    return answer.getStatus() + " " + answer.readEntity(String.class);
  }
}
