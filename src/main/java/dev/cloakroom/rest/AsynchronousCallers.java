package dev.cloakroom.rest;

import java.util.Arrays;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptorFactory;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Has the asynchronous methods of a client of MicroProfile REST Client that has {@link
 * TokenRelayFilter} carry their caller along. Found by the server as a service.
 */
public final class AsynchronousCallers implements RestClientListener {

  /** Made by the server. */
  public AsynchronousCallers() {}

  @Override
  public void onNewClient(Class<?> service, RestClientBuilder client) {
    if (relays(service) || client.getConfiguration().isRegistered(TokenRelayFilter.class)) {
      client.register((AsyncInvocationInterceptorFactory) CarriedCaller::new);
    }
  }

  private static boolean relays(Class<?> service) {
    return Arrays.stream(service.getAnnotationsByType(RegisterProvider.class))
        .anyMatch(provider -> provider.value() == TokenRelayFilter.class);
  }
}
