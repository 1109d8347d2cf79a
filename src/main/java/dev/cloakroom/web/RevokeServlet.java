package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.OAuthError;
import dev.cloakroom.http.Reason;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.ForeignLookup;
import dev.cloakroom.session.RefreshTokens;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.token.RawToken;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code POST /revoke}: ends the login that a token of ours is of, and with it all its tokens;
 * whoever has the token may (<a href="https://www.rfc-editor.org/rfc/rfc7009">RFC 7009</a>). A
 * token of another issuer is ended alone, here. To end what is no token is no error.
 */
public class RevokeServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;
  private static final Answer DONE = Answer.json(200, "{}");
  private static final Answer WITHOUT_ID =
      OAuthError.UNSUPPORTED_TOKEN_TYPE.answer(
          "The token is of another issuer and has no jti: it is good until it runs out, or its"
              + " issuer ends it.");

  @Inject transient AccessTokens accessTokens;
  @Inject transient RefreshTokens refreshTokens;
  @Inject transient SessionEnder ender;

  /** Made by the container. */
  public RevokeServlet() {
    on("POST", (request, response) -> answer(request));
  }

  private Answer answer(HttpServletRequest request) throws IOException {
    SentToken sent = SentToken.in(request);
    return sent instanceof SentToken.Of token
        ? revoked(token.token())
        : ((SentToken.Missing) sent).answer();
  }

  /** Refresh tokens first: no other issuer is to be shown one of ours. */
  private Answer revoked(RawToken token) {
    Optional<String> own =
        refreshTokens
            .sessionIdAtAnyTime(token.text())
            .or(() -> accessTokens.sessionIdAtAnyTime(token));
    if (own.isEmpty()) {
      ForeignLookup found = accessTokens.foreignLogin(token);
      return revokedHere(
          found == ForeignLookup.None.UNKNOWN ? accessTokens.foreignLoginInCookie(token) : found);
    }
    ender.logOut(own.get());
    return DONE;
  }

  private static Answer revokedHere(ForeignLookup found) {
    if (found == ForeignLookup.None.UNDECIDED) {
      // the log has heard of its issuer, once
      return Answer.of(Reason.UNAVAILABLE);
    }
    return found instanceof ForeignLoginSession login && !login.logOut() ? WITHOUT_ID : DONE;
  }
}
