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
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

  /** On a thread of a managed executor, which is told of whom it works for. */
  @GET
  @Path("rx")
  @SuppressWarnings("BanJNDI")
  public String byManagedThread(@QueryParam("at") String address) throws NamingException {
    ManagedExecutorService executor = InitialContext.doLookup(RelayApplication.EXECUTOR);
    return byThreads(ClientBuilder.newBuilder().executorService(executor), address, null);
  }

  /** On a thread of nobody's, for a caller whom the request has. */
  @GET
  @Path("rx-for-caller")
  public String byRequest(@QueryParam("at") String address) {
    return onOwnThread(address, relay.ofCaller());
  }

  @GET
  @Path("http-for-caller")
  public String byHttpClientOnOwnThread(@QueryParam("at") String address)
      throws InterruptedException, ExecutionException {
    HttpClient client = relay.ofCaller().through(HttpClient.newHttpClient());
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      var answer = threads.submit(() -> client.send(request, BodyHandlers.ofString())).get();
      return answer.statusCode() + " " + answer.body();
    } finally {
      threads.shutdown();
    }
  }

  /** On a thread of nobody's. */
  @GET
  @Path("rx-alone")
  public String byOwnThread(@QueryParam("at") String address) {
    return onOwnThread(address, null);
  }

  private static String onOwnThread(String address, @Nullable TokenRelay caller) {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      return byThreads(ClientBuilder.newBuilder().executorService(threads), address, caller);
    } finally {
      threads.shutdown();
    }
  }

  private static String byThreads(
      ClientBuilder builder, String address, @Nullable TokenRelay caller) {
    Client client = builder.register(TokenRelayFilter.class).build();
    try {
      Invocation.Builder request = client.target(address).request();
      return (caller == null ? request : request.property(TokenRelayFilter.CALLER, caller))
          .rx()
          .get()
          .thenApply(answer -> answer.getStatus() + " " + answer.readEntity(String.class))
          .toCompletableFuture()
          .join();
    } finally {
      client.close();
    }
  }

  /** By RESTEasy's own builder, which says so by no property. */
  @GET
  @Path("rest-by-built-redirects")
  public String byBuiltRedirects(@QueryParam("at") String address)
      throws IllegalAccessException, InvocationTargetException {
    ClientBuilder builder = ClientBuilder.newBuilder();
    try {
      builder.getClass().getMethod("setFollowRedirects", boolean.class).invoke(builder, true);
    } catch (NoSuchMethodException another) {
      return "no such method";
    }
    Client client = builder.register(TokenRelayFilter.class).build();
    try {
      return client.target(address).request().get(String.class);
    } catch (ProcessingException | IllegalStateException refused) {
      return "refused";
    } finally {
      client.close();
    }
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
