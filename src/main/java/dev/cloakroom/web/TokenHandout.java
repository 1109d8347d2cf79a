package dev.cloakroom.web;

import dev.cloakroom.BearerTokens;
import dev.cloakroom.LoginSession;
import dev.cloakroom.config.LoginTokens;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.token.IssuedToken;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Decides who gets tokens, and writes them into an answer. A browser gets none unless told
 * otherwise, because a page's scripts could read them. Safe for use by several threads.
 */
public final class TokenHandout {
  private final LoginTokens rule;
  private final AccessTokens tokens;

  /** Hands out these tokens by this rule. */
  public TokenHandout(LoginTokens rule, AccessTokens tokens) {
    this.rule = rule;
    this.tokens = tokens;
  }

  /**
   * Whether the client of a login request gets tokens.
   *
   * @throws dev.cloakroom.StoreUnavailableException if it would, but there is no key yet: no
   *     session is opened then that nobody is told of
   */
  boolean isDue(HttpServletRequest request) {
    boolean due =
        switch (rule) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> !BrowserRequest.isFromBrowser(name -> request.getHeader(name) != null);
        };
    if (due) {
      tokens.requireKey();
    }
    return due;
  }

  /**
   * Finds out whether a token could be made, before something is used up for it.
   *
   * @throws dev.cloakroom.StoreUnavailableException if there is no key yet
   */
  void requireKey() {
    tokens.requireKey();
  }

  /** Adds a new access token of the session, and the refresh token, to an answer. */
  JsonObjectBuilder add(JsonObjectBuilder answer, LoginSession session, String refreshToken) {
    IssuedToken token = tokens.issue(session);
    return add(answer, new BearerTokens(token.text(), refreshToken, token.expiresIn()));
  }

  /** Adds tokens to an answer. */
  static JsonObjectBuilder add(JsonObjectBuilder answer, BearerTokens tokens) {
    return answer
        .add("accessToken", tokens.accessToken())
        .add("token", tokens.accessToken())
        .add("refreshToken", tokens.refreshToken())
        .add("tokenType", "Bearer")
        .add("expiresIn", tokens.expiresIn().toSeconds());
  }
}
