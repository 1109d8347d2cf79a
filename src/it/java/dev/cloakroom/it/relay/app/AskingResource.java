package dev.cloakroom.it.relay.app;

import dev.cloakroom.LoginSession;
import dev.cloakroom.TokenRelay;
import dev.cloakroom.rest.TokenRelayFilter;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Asks another service, whose address comes from outside. Tells its status, and what it said. */
@Path("ask")
public class AskingResource {
  @Inject TokenRelay relay;
  @Inject LoginSession session;

  @GET
  @Path("who")
  public String who() {
    return session.id();
  }

  @GET
  @Path("rest")
  public String byRest(@QueryParam("at") String address) {
    return asked(address, null);
  }

  @GET
  @Path("rest-by-its-own")
  public String byItsOwn(@QueryParam("at") String address) {
    return asked(address, "Basic own");
  }

  @GET
  @Path("task")
  @SuppressWarnings("BanJNDI")
  public String byTask(@QueryParam("at") String address)
      throws NamingException, InterruptedException, ExecutionException {
    ManagedExecutorService executor = InitialContext.doLookup(RelayApplication.EXECUTOR);
    return executor.submit(() -> asked(address, null)).get();
  }

  @GET
  @Path("rest-by-redirects")
  public String byRedirects(@QueryParam("at") String address) {
    Client client =
        ClientBuilder.newClient()
            .property("dev.resteasy.client.follow.redirects", "true")
            .register(TokenRelayFilter.class);
    try {
      return client.target(address).request().get(String.class);
    } catch (ProcessingException | IllegalStateException refused) {
      return "refused";
    } finally {
      client.close();
    }
  }

  @GET
  @Path("http")
  public String byHttpClient(@QueryParam("at") String address)
      throws IOException, InterruptedException {
    var answer =
        relay
            .through(HttpClient.newHttpClient())
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  private static String asked(String address, @Nullable String own) {
    Client client = ClientBuilder.newClient().register(TokenRelayFilter.class);
    try {
      Invocation.Builder request = client.target(address).request();
      Response answer = (own == null ? request : request.header("Authorization", own)).get();
      return answer.getStatus() + " " + answer.readEntity(String.class);
    } finally {
      client.close();
    }
  }
}
