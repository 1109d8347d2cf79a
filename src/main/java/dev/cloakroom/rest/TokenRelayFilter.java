package dev.cloakroom.rest;

import dev.cloakroom.TokenRelay;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;

/**
 * Has the requests of a client bring the access token of whom the calling thread works for, to the
 * services that {@code cloakroom.relay.origins} names and to no others. What a request has as
 * {@code Authorization} stays; no redirect is followed by a request that brings a token.
 *
 * <p>Registered by its class: {@code ClientBuilder.newClient().register(TokenRelayFilter.class)}
 * with Jakarta REST, {@code @RegisterProvider(TokenRelayFilter.class)} at an interface of
 * MicroProfile REST Client. Safe for use by several threads. A client that sends on threads of its
 * own, as {@code rx()} and {@code async()} do, brings nobody: give it a managed executor.
 *
 * @see TokenRelay
 */
public final class TokenRelayFilter implements ClientRequestFilter {

  /** The implementation that follows redirects unless told otherwise; others do not know it. */
  private static final String JERSEY_FOLLOWS = "jersey.config.client.followRedirects";

  /** Made by a client. */
  public TokenRelayFilter() {}

  @Override
  public void filter(ClientRequestContext request) {
    if (request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
      return;
    }
    authorizationFor(request.getUri())
        .ifPresent(
            value -> {
              request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, value);
              request.setProperty(JERSEY_FOLLOWS, false);
            });
  }

  /** A thread that no application is known on works for nobody. */
  private static Optional<String> authorizationFor(URI target) {
    Instance<TokenRelay> relay;
    try {
      relay = CDI.current().select(TokenRelay.class);
    } catch (IllegalStateException noApplication) {
      return Optional.empty();
    }
    return relay.isResolvable() ? relay.get().authorizationFor(target) : Optional.empty();
  }
}
