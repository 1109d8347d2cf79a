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
 */
record Outgoing(ClientRequest request, URI uri, Held held, Travel travel, ClientCookies cookies) {

  /** What a client holds of a login beside its cookies. */
  record Held(@Nullable Tokens tokens, @Nullable CsrfToken csrf) {
    static final Held NOTHING = new Held(null, null);
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
    return new Outgoing(request, uri, new Held(tokens, held.csrf()), travel, cookies);
  }

  Outgoing withoutTokens() {
    return new Outgoing(request, uri, new Held(null, held.csrf()), travel, cookies);
  }

  Outgoing with(@Nullable CsrfToken csrf) {
    return new Outgoing(request, uri, new Held(held.tokens(), csrf), travel, cookies);
  }

  Outgoing with(ClientCookies others) {
    return new Outgoing(request, uri, held, travel, others);
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
