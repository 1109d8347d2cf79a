package dev.cloakroom.identitystore;

import dev.cloakroom.LoginSession;
import dev.cloakroom.session.SessionLookup;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.token.AccessTokenClaims;
import dev.cloakroom.token.AccessTokenIssuer;
import dev.cloakroom.token.IssuedToken;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import dev.cloakroom.token.TokenVerification;
import dev.cloakroom.token.VerifiedToken;
import dev.cloakroom.token.VerifiedTokens;
import java.util.Optional;

/**
 * Access tokens that are JSON Web Tokens. The signature of a token that another node issued is
 * checked once; that its session lives is checked every time. Safe for use by several threads.
 */
public final class JwtAccessTokens implements AccessTokens {
  /** What has the caller of another session in it was not issued for this one. */
  private static final RejectedToken ANOTHER_CALLER =
      new RejectedToken(RejectedToken.Reason.INVALID);

  private final AccessTokenIssuer issuer;
  private final VerifiedTokens tokens;
  private final SessionResolver sessions;

  /** Access tokens of these sessions. */
  public JwtAccessTokens(
      AccessTokenIssuer issuer, VerifiedTokens tokens, SessionResolver sessions) {
    this.issuer = issuer;
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @Override
  public IssuedToken issue(LoginSession session) {
    IssuedToken issued =
        issuer.issue(
            new AccessTokenClaims(
                session.callerName(), session.groups(), session.id(), StatedProofs.of(session)));
    tokens.add(issued);
    return issued;
  }

  @Override
  public void requireKey() {
    issuer.requireKey();
  }

  @Override
  public BearerLookup lookUp(RawToken shown) {
    TokenVerification verification = tokens.verify(shown);
    return verification instanceof VerifiedToken verified
        ? lookUp(verified)
        : new BearerLookup.Rejected((RejectedToken) verification);
  }

  @Override
  public Optional<LiveToken> live(RawToken shown) {
    return tokens.verify(shown) instanceof VerifiedToken token
            && lookUp(token) instanceof BearerLookup.Accepted accepted
        ? Optional.of(
            new LiveToken(accepted.session(), token.issuedAt(), token.expiresAt(), token.tokenId()))
        : Optional.empty();
  }

  @Override
  public boolean isKnown(RawToken shown) {
    return tokens.isKnown(shown);
  }

  @Override
  public Optional<String> sessionIdAtAnyTime(RawToken shown) {
    return tokens.sessionIdAtAnyTime(shown);
  }

  private BearerLookup lookUp(VerifiedToken token) {
    SessionLookup lookup = sessions.byVerifiedId(token.sessionId());
    if (lookup instanceof StoredLoginSession session
        && !session.callerName().equals(token.callerName())) {
      return new BearerLookup.Rejected(ANOTHER_CALLER);
    }
    return lookup instanceof StoredLoginSession session
        ? new BearerLookup.Accepted(StatedProofs.in(session, token.authentication()), token)
        : new BearerLookup.SessionOver((SessionRefusal) lookup);
  }
}
