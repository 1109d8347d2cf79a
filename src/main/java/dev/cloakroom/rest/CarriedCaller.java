package dev.cloakroom.rest;

import dev.cloakroom.TokenRelay;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * The caller of whoever began an asynchronous call of MicroProfile REST Client, for {@link
 * TokenRelayFilter} on the thread that sends it. Belongs to one call.
 *
 * @see <a
 *     href="https://download.eclipse.org/microprofile/microprofile-rest-client-3.0/">MicroProfile
 *     REST Client 3.0, section "Asynchronous Methods"</a>
 */
final class CarriedCaller implements AsyncInvocationInterceptor {
  private @Nullable TokenRelay caller;

  @Override
  public void prepareContext() {
    caller = CallersRelay.find().map(TokenRelay::ofCaller).orElse(null);
  }

  @Override
  public void applyContext() {
    CallersRelay.carry(caller);
  }

  @Override
  public void removeContext() {
    CallersRelay.carry(null);
  }
}
