package dev.cloakroom.testing;

import dev.cloakroom.LoginSession;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.BearerLookup;
import dev.cloakroom.session.ForeignLookup;
import dev.cloakroom.token.IssuedToken;
import dev.cloakroom.token.RawToken;
import java.util.Optional;

/**
 * Tokens of an issuer that is down: of what is shown nobody can tell anything.
 *
 * @param own issues ours
 */
public record UndecidedTokens(AccessTokens own) implements AccessTokens {
  @Override
  public IssuedToken issue(LoginSession session) {
    return own.issue(session);
  }

  @Override
  public BearerLookup lookUp(RawToken shown) {
    return BearerLookup.Undecided.UNAVAILABLE;
  }

  @Override
  public Optional<String> sessionIdAtAnyTime(RawToken shown) {
    return Optional.empty();
  }

  @Override
  public ForeignLookup foreignLogin(RawToken shown) {
    return ForeignLookup.None.UNDECIDED;
  }
}
