package dev.cloakroom.identitystore;

import dev.cloakroom.session.SessionLookup;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import dev.cloakroom.token.TokenVerification;
import dev.cloakroom.token.VerifiedToken;
import dev.cloakroom.token.VerifiedTokens;
import java.util.Optional;

/**
 * Finds the login session behind an access token. The token's signature is checked once; that its
 * session lives is checked every time, so ending the session ends the token. Safe for use by
 * several threads.
 */
public final class AccessTokens {
  private final VerifiedTokens tokens;
  private final SessionResolver sessions;

  /** Access tokens of these sessions. */
  public AccessTokens(VerifiedTokens tokens, SessionResolver sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  /** The login session of a token, or why there is none. */
  public BearerLookup lookUp(RawToken shown) {
    TokenVerification verification = tokens.verify(shown);
    return verification instanceof VerifiedToken verified
        ? lookUp(verified)
        : new BearerLookup.Rejected((RejectedToken) verification);
  }

  /**
   * The id of the login session of a genuine token, also when the token's time is over; empty for
   * any other token.
   */
  public Optional<String> sessionIdAtAnyTime(RawToken shown) {
    return tokens.sessionIdAtAnyTime(shown);
  }

  private BearerLookup lookUp(VerifiedToken token) {
    SessionLookup lookup = sessions.byVerifiedId(token.sessionId());
    return lookup instanceof StoredLoginSession session
        ? new BearerLookup.Accepted(session, token)
        : new BearerLookup.SessionOver((SessionRefusal) lookup);
  }
}
