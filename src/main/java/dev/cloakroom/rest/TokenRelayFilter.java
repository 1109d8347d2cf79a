package dev.cloakroom.rest;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.TokenRelay;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the requests of a client bring the access token of whom the calling thread works for, to the
 * services that {@code cloakroom.relay.origins} names and to no others. What a request has as
 * {@code Authorization} stays. No redirect is followed by a request that brings a token; a client
 * that is told to follow them by a property, by RESTEasy's builder, or with RESTEasy by {@code
 * followRedirects(true)} of MicroProfile REST Client, fails.
 *
 * <p>Registered by its class: {@code ClientBuilder.newClient().register(TokenRelayFilter.class)}
 * with Jakarta REST, {@code @RegisterProvider(TokenRelayFilter.class)} at an interface of
 * MicroProfile REST Client. Safe for use by several threads.
 *
 * <p>A filter runs on the thread that sends. Of {@code rx()} and {@code async()} that is one of the
 * client's own, which works for nobody: give the client a managed executor ({@code
 * ClientBuilder.executorService}), which hands the caller over, or the request its caller, where it
 * is made: {@code request.property(TokenRelayFilter.CALLER, relay.ofCaller())}. Asynchronous
 * methods of MicroProfile REST Client have the caller of whoever calls them.
 *
 * <p>It runs behind all filters of the client, since these may send a request elsewhere. Leave it
 * there: registered with a priority of your own, it would not see what a later filter does. Where
 * nobody can find out whether the login goes on, a request fails with a {@code
 * ProcessingException}, and if nobody catches it, what it was sent for is answered 503.
 *
 * @see TokenRelay
 */
@Priority(Integer.MAX_VALUE)
public final class TokenRelayFilter implements ClientRequestFilter {

  /** The property of a request by which it has a {@link TokenRelay} of its own. */
  public static final String CALLER = "dev.cloakroom.relay.caller";

  /** The implementation that follows redirects unless told otherwise; others do not know it. */
  private static final String JERSEY_FOLLOWS = "jersey.config.client.followRedirects";

  /** By what others are told to. */
  private static final List<String> OTHERS_FOLLOW =
      List.of("dev.resteasy.client.follow.redirects", "http.autoredirect");

  /** Made by a client. */
  public TokenRelayFilter() {}

  @Override
  public void filter(ClientRequestContext request) {
    if (request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
      return;
    }
    value(request).ifPresent(authorization -> add(authorization, request));
  }

  private static Optional<String> value(ClientRequestContext request) {
    try {
      return request.getProperty(CALLER) instanceof TokenRelay given
          ? given.authorizationFor(request.getUri())
          : CallersRelay.find().flatMap(relay -> relay.authorizationFor(request.getUri()));
    } catch (StoreUnavailableException failed) {
      throw new FailedRelayException(failed);
    }
  }

  private static void add(String value, ClientRequestContext request) {
    Configuration client = request.getConfiguration();
    if (OTHERS_FOLLOW.stream().anyMatch(name -> isOn(client.getProperty(name)))
        || BuiltClient.followsRedirects(request.getClient())) {
      throw new IllegalStateException(
          "A client that passes callers on must not follow redirects, which would take their access"
              + " tokens to wherever a service leads: take "
              + String.join(" and ", OTHERS_FOLLOW)
              + " away, and followRedirects of its builder.");
    }
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, value);
    request.setProperty(JERSEY_FOLLOWS, false);
  }

  private static boolean isOn(@Nullable Object property) {
    return property != null && Boolean.parseBoolean(property.toString());
  }
}
