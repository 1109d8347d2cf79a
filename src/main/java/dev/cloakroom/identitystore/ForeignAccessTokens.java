package dev.cloakroom.identitystore;

import dev.cloakroom.LoginSession;
import dev.cloakroom.issuer.ForeignToken;
import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.issuer.Outcome;
import dev.cloakroom.issuer.Refused;
import dev.cloakroom.issuer.TokenPlace;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.ForeignLookup;
import dev.cloakroom.token.IssuedToken;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import dev.cloakroom.token.RejectedToken.Reason;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Access tokens of other issuers beside our own. Who a token says has issued it decides who is
 * asked about it, and nobody else is asked afterwards. Safe for use by several threads.
 */
public final class ForeignAccessTokens implements AccessTokens {
  private final AccessTokens own;
  private final ForeignTokens foreign;
  private final ForeignCallers callers;
  private final Predicate<String> isRefreshToken;

  /**
   * Those of other issuers, and all others, which are left to our own.
   *
   * @param isRefreshToken whether a text is a refresh token of ours, which no issuer is to be shown
   */
  public ForeignAccessTokens(
      AccessTokens own,
      ForeignTokens foreign,
      ForeignCallers callers,
      Predicate<String> isRefreshToken) {
    this.own = own;
    this.foreign = foreign;
    this.callers = callers;
    this.isRefreshToken = isRefreshToken;
  }

  @Override
  public IssuedToken issue(LoginSession session) {
    return own.issue(session);
  }

  @Override
  public void requireKey() {
    own.requireKey();
  }

  @Override
  public BearerLookup lookUp(RawToken shown) {
    return foreign(shown).map(this::lookUp).orElseGet(() -> own.lookUp(shown));
  }

  @Override
  public BearerLookup lookUpInCookie(RawToken shown) {
    return foreign
        .find(shown, TokenPlace.COOKIE)
        .map(this::lookUp)
        .orElseGet(() -> new BearerLookup.Rejected(new RejectedToken(Reason.INVALID)));
  }

  /** Those of other issuers are for these to tell of. */
  @Override
  public Optional<LiveToken> live(RawToken shown) {
    return own.live(shown);
  }

  private BearerLookup lookUp(Outcome outcome) {
    if (outcome instanceof ForeignToken token) {
      return callers.of(token);
    }
    return outcome instanceof Refused refused
        ? new BearerLookup.Rejected(new RejectedToken(refused.reason()))
        : BearerLookup.Undecided.UNAVAILABLE;
  }

  /** By what the token says it is: to verify it is for {@link #foreignLogin}, once. */
  @Override
  public Optional<String> sessionIdAtAnyTime(RawToken shown) {
    return isOurs(shown) || !foreign.isOfOthers(shown.text())
        ? own.sessionIdAtAnyTime(shown)
        : Optional.empty();
  }

  @Override
  public ForeignLookup foreignLogin(RawToken shown) {
    return foreign(shown).map(this::login).orElse(ForeignLookup.None.UNKNOWN);
  }

  @Override
  public ForeignLookup foreignLoginInCookie(RawToken shown) {
    return foreign
        .find(shown, TokenPlace.COOKIE)
        .map(this::login)
        .orElse(ForeignLookup.None.UNKNOWN);
  }

  private ForeignLookup login(Outcome outcome) {
    if (outcome instanceof ForeignToken token) {
      ForeignLoginSession login = callers.loginOf(token);
      return login.isOver() ? ForeignLookup.None.OVER : login;
    }
    if (outcome instanceof Refused refused) {
      return refused.reason() == Reason.EXPIRED
          ? ForeignLookup.None.OVER
          : ForeignLookup.None.UNKNOWN;
    }
    return ForeignLookup.None.UNDECIDED;
  }

  /** What another issuer's token comes to; empty for our own, and for what is nobody's. */
  private Optional<Outcome> foreign(RawToken shown) {
    return isOurs(shown) ? Optional.empty() : foreign.find(shown, TokenPlace.HEADER);
  }

  private boolean isOurs(RawToken shown) {
    return own.isKnown(shown) || isRefreshToken.test(shown.text());
  }
}
