package dev.cloakroom.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way.
 *
 * @param request as it was asked for
 * @param uri where it goes now
 * @param held what of the login goes with it, to the base address's origin only
 * @param travel where it may be led
 * @param cookies those that go with it, and that its answers are kept in
 * @param style who goes on when its answer is there
 */
record Outgoing(
    ClientRequest request,
    URI uri,
    Held held,
    Travel travel,
    ClientCookies cookies,
    CallStyle style) {

  /**
   * What a client holds of a login beside its cookies.
   *
   * @param login when it held that
   */
  record Held(@Nullable Tokens tokens, @Nullable CsrfToken csrf, Epoch login) {

    static Held nothing(Epoch login) {
      return new Held(null, null, login);
    }
  }

  /** Where redirects may lead a request. */
  enum Travel {
    /** Nowhere, and never twice unless its sender says so: it carries what is good once. */
    NOWHERE,
    /** Nowhere else: it carries what logs somebody in. */
    HOME_ONLY,
    /** Anywhere. */
    FREE,
    /** Anywhere; it has left the origin that it was sent to, and what was given to that one. */
    AWAY
  }

  Outgoing with(@Nullable Tokens tokens) {
    return with(new Held(tokens, held.csrf(), held.login()));
  }

  Outgoing withoutTokens() {
    return with(new Held(null, held.csrf(), held.login()));
  }

  Outgoing with(@Nullable CsrfToken csrf) {
    return with(new Held(held.tokens(), csrf, held.login()));
  }

  Outgoing with(ClientCookies others) {
    return new Outgoing(request, uri, held, travel, others, style);
  }

  Outgoing with(Held other) {
    return new Outgoing(request, uri, other, travel, cookies, style);
  }

  /** The same, led to another address. */
  Outgoing led(ClientRequest changed, URI to, Travel by) {
    return new Outgoing(changed, to, held, by, cookies, style);
  }

  /** Whether another login, or none, has come since it was begun. */
  boolean isOfEarlierLogin() {
    return held.login().isOver();
  }

  /** Whether it asks one of the endpoints of a login, whose answers are short. */
  boolean isOfLogin() {
    return travel == Travel.HOME_ONLY || travel == Travel.NOWHERE;
  }

  @Override
  public String toString() {
    return request.method() + " " + Masked.target(uri);
  }
}
