package dev.cloakroom.identitystore;

import dev.cloakroom.LoginSession;
import dev.cloakroom.issuer.ForeignToken;
import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.issuer.Outcome;
import dev.cloakroom.issuer.Refused;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.ForeignLookup;
import dev.cloakroom.token.IssuedToken;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import java.util.Optional;

/**
 * Access tokens of other issuers beside our own. Who a token says has issued it decides who is
 * asked about it, and nobody else is asked afterwards. Safe for use by several threads.
 */
public final class ForeignAccessTokens implements AccessTokens {
  private final AccessTokens own;
  private final ForeignTokens foreign;
  private final ForeignCallers callers;

  /** Those of other issuers, and all others, which are left to our own. */
  public ForeignAccessTokens(AccessTokens own, ForeignTokens foreign, ForeignCallers callers) {
    this.own = own;
    this.foreign = foreign;
    this.callers = callers;
  }

  @Override
  public IssuedToken issue(LoginSession session) {
    return own.issue(session);
  }

  @Override
  public BearerLookup lookUp(RawToken shown) {
    if (isOwn(shown)) {
      return own.lookUp(shown);
    }
    Outcome outcome = foreign.lookUp(shown.text());
    if (outcome instanceof ForeignToken token) {
      return lookUp(token);
    }
    return outcome instanceof Refused refused
        ? new BearerLookup.Rejected(new RejectedToken(refused.reason()))
        : BearerLookup.Undecided.UNAVAILABLE;
  }

  private BearerLookup lookUp(ForeignToken token) {
    if (isOfAnother(token)) {
      return new BearerLookup.Rejected(new RejectedToken(RejectedToken.Reason.INVALID));
    }
    return callers.of(token);
  }

  @Override
  public Optional<String> sessionIdAtAnyTime(RawToken shown) {
    return isOwn(shown) ? own.sessionIdAtAnyTime(shown) : Optional.empty();
  }

  @Override
  public ForeignLookup foreignLogin(RawToken shown) {
    if (isOwn(shown)) {
      return ForeignLookup.None.UNKNOWN;
    }
    Outcome outcome = foreign.lookUp(shown.text());
    if (outcome instanceof ForeignToken token) {
      return isOfAnother(token) ? ForeignLookup.None.UNKNOWN : endable(token);
    }
    if (outcome instanceof Refused refused) {
      return refused.reason() == RejectedToken.Reason.EXPIRED
          ? ForeignLookup.None.OVER
          : ForeignLookup.None.UNKNOWN;
    }
    return ForeignLookup.None.UNDECIDED;
  }

  private ForeignLookup endable(ForeignToken token) {
    ForeignLoginSession login = callers.loginOf(token);
    return login.isOver() ? ForeignLookup.None.OVER : login;
  }

  /** Who may say who our callers are may not say who those of a third issuer are. */
  private boolean isOfAnother(ForeignToken token) {
    String name = token.callerName();
    return !name.startsWith(token.profile().name() + ":")
        && foreign.isForeignName(ReservedNameStores.plain(name));
  }

  private boolean isOwn(RawToken shown) {
    return own.isKnown(shown) || foreign.profileOf(shown.text()).isEmpty();
  }
}
