package dev.cloakroom.servlet;

import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.token.VerifiedToken;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The login that was established for a request, kept with the request for whoever asks later. Only
 * the mechanism establishes one.
 */
public sealed interface RequestLogin extends RequestIdentity {
  /** The request attribute that keeps it. */
  String LOGIN = "dev.cloakroom.login";

  /** The request attribute that keeps the response. */
  String RESPONSE = "dev.cloakroom.response";

  /** Its login session, as it was when the request came. */
  StoredLoginSession session();

  /** A login by the session cookie. */
  record ByTicket(StoredLoginSession session, Ticket ticket) implements RequestLogin {}

  /**
   * A login by an access token.
   *
   * @param token what it says; null for an opaque one, which says nothing
   */
  record ByToken(StoredLoginSession session, @Nullable VerifiedToken token)
      implements RequestLogin {}

  /** The login of a request; null for an anonymous one. */
  static @Nullable RequestLogin of(ServletRequest request) {
    return (RequestLogin) request.getAttribute(LOGIN);
  }

  /** Keeps this login with the request, and the response that can reach its client. */
  default void establish(HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(LOGIN, this);
    request.setAttribute(RESPONSE, response);
  }

  /** The response to a request that a login was established for. */
  static HttpServletResponse responseTo(ServletRequest request) {
    return (HttpServletResponse) request.getAttribute(RESPONSE);
  }

  /** Takes the login from a request, once its session has ended. */
  static void forget(ServletRequest request) {
    request.removeAttribute(LOGIN);
  }
}
