package dev.cloakroom.rest;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptorFactory;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Has the asynchronous methods of each client of MicroProfile REST Client carry their caller along,
 * for {@link TokenRelayFilter}, if the client has that. Found by the server as a service.
 */
public final class AsynchronousCallers implements RestClientListener {

  /** Made by the server. */
  public AsynchronousCallers() {}

  @Override
  public void onNewClient(Class<?> service, RestClientBuilder client) {
    client.register((AsyncInvocationInterceptorFactory) CarriedCaller::new);
  }
}
