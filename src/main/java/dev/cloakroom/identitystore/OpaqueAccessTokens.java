package dev.cloakroom.identitystore;

import dev.cloakroom.LoginSession;
import dev.cloakroom.session.SessionLookup;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.token.IssuedToken;
import dev.cloakroom.token.OpaqueTokens;
import dev.cloakroom.token.OpaqueVerification;
import dev.cloakroom.token.OpaqueVerification.Proven;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Access tokens that say nothing to anybody but us. Safe for use by several threads. */
public final class OpaqueAccessTokens implements AccessTokens {
  private final OpaqueTokens tokens;
  private final SessionResolver sessions;

  /** Access tokens of these sessions. */
  public OpaqueAccessTokens(OpaqueTokens tokens, SessionResolver sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @Override
  public IssuedToken issue(LoginSession session) {
    return tokens.issue(session.id(), StatedProofs.of(session));
  }

  @Override
  public BearerLookup lookUp(RawToken shown) {
    OpaqueVerification verification = tokens.verify(shown);
    return verification instanceof Proven proven
        ? lookUp(proven)
        : new BearerLookup.Rejected((RejectedToken) verification);
  }

  private BearerLookup lookUp(Proven token) {
    SessionLookup lookup = sessions.byVerifiedId(token.sessionId());
    return lookup instanceof StoredLoginSession session
        ? new BearerLookup.Accepted(StatedProofs.in(session, token.authentication()), null)
        : new BearerLookup.SessionOver((SessionRefusal) lookup);
  }

  @Override
  public Optional<LiveToken> live(RawToken shown) {
    return tokens.verify(shown) instanceof Proven proven
            && lookUp(proven) instanceof BearerLookup.Accepted accepted
        ? Optional.of(live(accepted.session(), proven.expiresAt()))
        : Optional.empty();
  }

  /** No token is issued before its caller has logged in. */
  private LiveToken live(StoredLoginSession session, Instant expiresAt) {
    Instant login = session.createdAt().truncatedTo(ChronoUnit.SECONDS);
    Instant earliest = tokens.earliestIssue(expiresAt);
    return new LiveToken(session, earliest.isBefore(login) ? login : earliest, expiresAt, null);
  }

  /** By its MAC: nobody else is to be shown one of ours. */
  @Override
  public boolean isKnown(RawToken shown) {
    return tokens.sessionIdAtAnyTime(shown).isPresent();
  }

  @Override
  public Optional<String> sessionIdAtAnyTime(RawToken shown) {
    return tokens.sessionIdAtAnyTime(shown);
  }
}
