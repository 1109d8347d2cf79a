package dev.cloakroom.web;

import dev.cloakroom.LoginSession;
import dev.cloakroom.config.LoginTokens;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.token.AccessTokenClaims;
import dev.cloakroom.token.AccessTokenIssuer;
import dev.cloakroom.token.Authentication;
import dev.cloakroom.token.IssuedToken;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Decides who gets tokens, and writes them into an answer. A browser gets none unless told
 * otherwise, because a page's scripts could read them. Safe for use by several threads.
 */
public final class TokenHandout {
  private final LoginTokens rule;
  private final AccessTokenIssuer issuer;

  /** Hands out this issuer's tokens by this rule. */
  public TokenHandout(LoginTokens rule, AccessTokenIssuer issuer) {
    this.rule = rule;
    this.issuer = issuer;
  }

  /** Whether the client of a login request gets tokens. */
  boolean isDue(HttpServletRequest request) {
    return switch (rule) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> !BrowserRequest.isFromBrowser(name -> request.getHeader(name) != null);
    };
  }

  /** Adds a new access token of the session, and the refresh token, to an answer. */
  JsonObjectBuilder add(JsonObjectBuilder answer, LoginSession session, String refreshToken) {
    IssuedToken token = issuer.issue(claims(session));
    return answer
        .add("accessToken", token.text())
        .add("token", token.text())
        .add("refreshToken", refreshToken)
        .add("tokenType", "Bearer")
        .add("expiresIn", token.expiresIn().toSeconds());
  }

  private static AccessTokenClaims claims(LoginSession session) {
    return new AccessTokenClaims(
        session.callerName(),
        session.groups(),
        session.id(),
        new Authentication(session.createdAt(), List.copyOf(session.authenticationMethods())));
  }
}
