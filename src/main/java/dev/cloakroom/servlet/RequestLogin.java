package dev.cloakroom.servlet;

import dev.cloakroom.LoginSession;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.token.TokenContent;
import dev.cloakroom.token.VerifiedToken;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
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
  LoginSession session();

  /**
   * Whether the login has neither ended nor run out since the request came. Asking is no use of it.
   *
   * @throws dev.cloakroom.StoreUnavailableException if the store failed
   */
  boolean isStillLive();

  /**
   * Whether its caller has proven a level, or one above it.
   *
   * @param within how long ago at most; null if that does not matter
   */
  boolean hasProven(int level, @Nullable Duration within);

  /** A login of which the store keeps a record. */
  sealed interface OfRecord extends RequestLogin {
    @Override
    StoredLoginSession session();

    @Override
    default boolean isStillLive() {
      return session().isStillLive();
    }

    @Override
    default boolean hasProven(int level, @Nullable Duration within) {
      return session().hasProven(level, within);
    }
  }

  /** A login at another issuer, of which no record is kept. */
  sealed interface OfAnotherIssuer extends RequestLogin {
    @Override
    ForeignLoginSession session();

    /** What its token says. */
    TokenContent token();

    @Override
    default boolean isStillLive() {
      return session().isStillLive();
    }

    @Override
    default boolean hasProven(int level, @Nullable Duration within) {
      return session().hasProven(level, within);
    }
  }

  /** A login by what no page can have a browser send. */
  sealed interface ByBearer extends RequestLogin {}

  /** A login by the session cookie. */
  record ByTicket(StoredLoginSession session, Ticket ticket) implements OfRecord {}

  /**
   * A login by an access token.
   *
   * @param token what it says; null for an opaque one, which says nothing
   */
  record ByToken(StoredLoginSession session, @Nullable VerifiedToken token)
      implements OfRecord, ByBearer {}

  /**
   * A login by an access token of another issuer.
   *
   * @param token what it says
   */
  record ByForeignToken(ForeignLoginSession session, TokenContent token)
      implements OfAnotherIssuer, ByBearer {}

  /**
   * A login by an access token of another issuer that came in a cookie, as MicroProfile JWT can
   * have it: any page can have a browser send it.
   *
   * @param token what it says
   */
  record ByTokenCookie(ForeignLoginSession session, TokenContent token)
      implements OfAnotherIssuer {}

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
