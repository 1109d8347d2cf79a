package dev.cloakroom.rest;

import dev.cloakroom.TokenRelay;
import dev.cloakroom.rest.CallersRelay.Carried;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptor;

/**
 * The caller of whoever began an asynchronous call of MicroProfile REST Client, for {@link
 * TokenRelayFilter} on the thread that sends it. Belongs to one call.
 *
 * @see <a
 *     href="https://download.eclipse.org/microprofile/microprofile-rest-client-3.0/">MicroProfile
 *     REST Client 3.0, section "Asynchronous Methods"</a>
 */
final class CarriedCaller implements AsyncInvocationInterceptor {
  private volatile Carried carried = new Carried(null);

  @Override
  public void prepareContext() {
    carried = new Carried(CallersRelay.find().map(TokenRelay::ofCaller).orElse(null));
  }

  @Override
  public void applyContext() {
    carried.begin();
  }

  @Override
  public void removeContext() {
    carried.end();
  }
}
