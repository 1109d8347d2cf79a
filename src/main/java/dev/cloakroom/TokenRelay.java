package dev.cloakroom;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;

/**
 * Passes the current caller on to other services: a request that the application sends while it
 * works for somebody brings their access token, and the other service knows who asks. Nobody's
 * token goes to an origin that {@code cloakroom.relay.origins} does not name, whatever the address
 * of a request is made of.
 *
 * <p>A caller who came with an access token is passed on by that. One who came by session cookie,
 * or with an opaque token, is passed on by a new access token of ours that lasts for {@code
 * cloakroom.relay.ttl}, a minute unless set; where the other service shares our store, no longer
 * than the login. Whoever is anonymous stays so, and a login that has ended is passed on no more.
 * It is the caller whom the calling thread works for, as {@link LoginSession} has it: that of its
 * request, or of the managed task that it runs. A thread of the application's own works for nobody.
 *
 * <p>What is to be sent on such a thread is told the caller where it is begun: {@link #ofCaller}.
 *
 * <p>Clients of Jakarta REST and of MicroProfile REST Client take {@code
 * dev.cloakroom.rest.TokenRelayFilter} instead. Injected with {@code @Inject TokenRelay}; safe for
 * use by several threads.
 */
public interface TokenRelay {

  /**
   * What to send as {@code Authorization}, for code that makes requests in its own way. Let no
   * redirect take it elsewhere.
   *
   * @param target the address of the request
   * @return {@code Bearer} and a token; empty if nobody is logged in, or the origin of the address
   *     is not named
   * @throws StoreUnavailableException if nobody can find out whether the login goes on
   * @throws IllegalStateException if a caller who came by cookie is in more groups than a token has
   *     room for, which is some hundreds: give them fewer
   */
  Optional<String> authorizationFor(URI target);

  /**
   * A client that sends each request by another one, with the caller's token where {@link
   * #authorizationFor} gives one and the request has no {@code Authorization} of its own. Closing
   * it does not close the other; its WebSockets bring nothing.
   *
   * @throws IllegalArgumentException if the client follows redirects: it would take the token along
   */
  HttpClient through(HttpClient client);

  /**
   * A relay that has the caller of the calling thread, or nobody, on whatever thread it is asked,
   * as long as the login goes on.
   */
  TokenRelay ofCaller();
}
