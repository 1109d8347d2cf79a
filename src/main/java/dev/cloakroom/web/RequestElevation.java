package dev.cloakroom.web;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.BearerTokens;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.servlet.OwedCookies;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.SessionCookie;
import dev.cloakroom.session.LoginElevation;
import dev.cloakroom.session.NewProof;
import dev.cloakroom.session.RefreshedSession;
import dev.cloakroom.session.RotatedSession;
import dev.cloakroom.token.IssuedToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Raises the level of the login of a request: of the credential that it came with, which is
 * replaced. Safe for use by several threads.
 */
public final class RequestElevation {
  private final LoginElevation elevation;
  private final SessionCookie cookie;
  private final AccessTokens tokens;

  /** Elevates by these parts. */
  public RequestElevation(LoginElevation elevation, SessionCookie cookie, AccessTokens tokens) {
    this.elevation = elevation;
    this.cookie = cookie;
    this.tokens = tokens;
  }

  /**
   * Finds out whether the client could be given new tokens, before something is used up for it.
   *
   * @throws dev.cloakroom.StoreUnavailableException if it would get some, but there is no key yet
   */
  void requireKey(RequestLogin login) {
    if (login instanceof RequestLogin.ByToken) {
      tokens.requireKey();
    }
  }

  /**
   * Has the caller of a request that has a login proven more.
   *
   * @return the client's new tokens; empty if it has a cookie
   * @throws AccessDeniedException if the login is over, or its credential counts no longer
   * @throws IllegalStateException if no cookie can reach the client any more, or the login is one
   *     of another issuer
   * @throws dev.cloakroom.StoreUnavailableException if the store failed
   */
  public Optional<BearerTokens> now(HttpServletRequest request, NewProof proof) {
    RequestLogin login = RequestLogin.of(request);
    HttpServletResponse response = RequestLogin.responseTo(request);
    if (login instanceof RequestLogin.ByTicket shown) {
      elevate(shown, proof, request, response);
      return Optional.empty();
    }
    if (login instanceof RequestLogin.ByToken shown) {
      return Optional.of(elevated(shown, proof, request, response));
    }
    if (login instanceof RequestLogin.OfAnotherIssuer) {
      throw new IllegalStateException(
          "The login is one of another issuer, who alone can say in a token how it was proven.");
    }
    throw new AccessDeniedException("Nobody is logged in whose level could be raised.");
  }

  private void elevate(
      RequestLogin.ByTicket shown,
      NewProof proof,
      HttpServletRequest request,
      HttpServletResponse response) {
    String obstacle = OwedCookies.obstacle(request, response);
    if (obstacle != null) {
      throw new IllegalStateException(
          obstacle + " Call elevate() in the page itself, before anything is written.");
    }
    RotatedSession elevated = elevation.ofTicket(shown.ticket(), proof);
    if (elevated == null) {
      throw isOver(shown, Refusal.Presented.LATE_COOKIE, request);
    }
    cookie.write(request, response, elevated.session(), elevated.ticket());
    new RequestLogin.ByTicket(elevated.session(), elevated.ticket()).establish(request, response);
  }

  private BearerTokens elevated(
      RequestLogin.ByToken shown,
      NewProof proof,
      HttpServletRequest request,
      HttpServletResponse response) {
    // Before anything is stored: of a caller in very many groups no token can be made.
    IssuedToken token = tokens.issue(elevation.foreseen(shown.session(), proof));
    RefreshedSession elevated = elevation.ofTokens(shown.session(), proof);
    if (elevated == null) {
      throw isOver(shown, Refusal.Presented.BEARER, request);
    }
    new RequestLogin.ByToken(elevated.session(), shown.token()).establish(request, response);
    response.setHeader("Cache-Control", "no-store");
    return new BearerTokens(token.text(), elevated.refreshToken(), token.expiresIn());
  }

  private static Refusal.Presented whenEnded(Refusal.Presented presented) {
    return presented == Refusal.Presented.LATE_COOKIE ? Refusal.Presented.COOKIE : presented;
  }

  /** Another request has ended or elevated it since this one came. */
  private static AccessDeniedException isOver(
      RequestLogin shown, Refusal.Presented presented, HttpServletRequest request) {
    request.setAttribute(
        Refusal.ATTRIBUTE,
        shown.isStillLive()
            ? new Refusal(Reason.INVALID_TOKEN, presented)
            : new Refusal(Reason.SESSION_ENDED, whenEnded(presented)));
    return AccessDeniedException.loginOver(
        "The login of the request is over, or its credential was replaced meanwhile.");
  }
}
