package dev.cloakroom.servlet;

import dev.cloakroom.http.Refusal;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.token.RawToken;

/**
 * The one credential that a request is judged by. A bearer token wins over a cookie, and one that
 * turns out to be invalid never makes room for the cookie.
 */
public sealed interface RequestCredential {

  /** The request carries no credential of ours. */
  RequestCredential NONE = new None();

  /** The request carries no credential of ours. */
  record None() implements RequestCredential {}

  /** A session cookie of the right form. */
  record ShownTicket(Ticket ticket) implements RequestCredential {}

  /** A bearer token of the right form. */
  record ShownToken(RawToken token) implements RequestCredential {}

  /** A token in the cookie that the settings name for tokens of another issuer. */
  record ShownTokenCookie(RawToken token) implements RequestCredential {}

  /** A credential that is refused by its form alone, or two where one is allowed. */
  record Unusable(Refusal refusal) implements RequestCredential {}
}
